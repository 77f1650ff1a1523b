import { type ReactNode, useCallback, useState } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { useShowInRows } from './list-data.ts';

const OwnerDialog = later(() => import('../lead/owner/owner-dialog.tsx'), 'OwnerDialog');

/** Chooses the owner of a lead of the list, whether or not a column shows it. */
export function useOwnerDialog(leads: readonly LeadSummary[]): {
  choose: (lead: LeadSummary) => void;
  dialog: ReactNode;
} {
  const [asked, ask] = useState<LeadSummary | null>(null);
  const show = useShowInRows();
  // As it is by now: someone may have changed it since.
  const lead = leads.find(({ id }) => id === asked?.id) ?? asked;
  return {
    choose: useCallback((one) => ask(one), []),
    dialog: lead && (
      <OwnerDialog lead={lead} customer={customerLabel(lead)} show={show} onClose={() => ask(null)} />
    ),
  };
}
