import { type ReactNode, useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { useLoadWhenIdle } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import type { DialogName } from './dialogs/lead-dialogs.tsx';

const LeadDialogs = later(() => import('./dialogs/lead-dialogs.tsx'), 'LeadDialogs');

export interface LeadDialogControl {
  open: (name: DialogName, duplicateOf?: string) => void;
  isOpen: boolean;
  /** The dialog that is open, to be rendered next to the lead. */
  dialog: ReactNode;
}

/** The dialogs of a lead, one at a time. Their code is fetched once the lead is being read. */
export function useLeadDialogs(lead: Lead, onAnswered?: () => void): LeadDialogControl {
  const [opened, setOpened] = useState<{ name: DialogName; lead: Lead; duplicateOf?: string } | null>(null);
  useLoadWhenIdle(LeadDialogs.load);
  const close = () => setOpened(null);
  const answered = () => {
    close();
    onAnswered?.();
  };
  return {
    open: (name, duplicateOf) => setOpened({ name, lead, ...(duplicateOf && { duplicateOf }) }),
    isOpen: opened !== null,
    dialog: opened && <LeadDialogs {...opened} onClose={close} onAnswered={answered} />,
  };
}
