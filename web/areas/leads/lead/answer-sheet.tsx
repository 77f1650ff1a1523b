import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { RowsSkeleton } from '../../../ui/content/index.ts';
import { SideSheet } from '../../../ui/forms/index.ts';
import { ErrorState } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { LeadDialogs } from './dialogs/lead-dialogs.tsx';
import { leadQuery } from './lead-data.ts';

interface AnswerSheetProps {
  leadId: string;
  action: 'accept' | 'decline';
  onClose: () => void;
  onAnswered: () => void;
}

/** Accepts or declines a lead from the list, in a sheet at the side. */
export function AnswerSheet({ leadId, action, onClose, onAnswered }: AnswerSheetProps) {
  const { data, error, refetch } = useQuery(leadQuery(leadId));
  // The form stays with the lead as it was when it opened.
  const [begun, setBegun] = useState<Lead | undefined>(data);
  if (begun === undefined && data !== undefined) setBegun(data);
  if (begun) {
    return <LeadDialogs name={action} lead={begun} place="side" onClose={onClose} onAnswered={onAnswered} />;
  }
  return (
    <SideSheet title={t(`answer.${action}`)} onClose={onClose}>
      {error ? (
        <ErrorState error={error} title={t('page.failed')} onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton rows={5} />
      )}
    </SideSheet>
  );
}
