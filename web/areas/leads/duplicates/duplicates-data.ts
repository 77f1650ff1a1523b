import { queryOptions } from '@tanstack/react-query';
import type { PossibleDuplicate } from '../../../../contract/leads/duplicates.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { t } from './catalogue.ts';

/** It stands below the lead, so that whatever reads the lead again reads this too. */
export const duplicatesQuery = (leadId: string) =>
  queryOptions({
    queryKey: [...queryKeys.lead(leadId), 'duplicates'] as const,
    queryFn: ({ signal }) => request('GET /api/v1/leads/:id/duplicates', { params: { id: leadId }, signal }),
  });

/** What is shown at once, and what somebody has said to be no duplicate; each in the order of the server. */
export function splitDismissed(items: readonly PossibleDuplicate[]): {
  open: PossibleDuplicate[];
  dismissed: PossibleDuplicate[];
} {
  return { open: items.filter((item) => !item.dismissed), dismissed: items.filter((item) => item.dismissed) };
}

/** Which lead it is, for buttons that are read without what stands beside them. */
export function nameDuplicate({ lead }: Pick<PossibleDuplicate, 'lead'>): string {
  const names = [lead.customerName, lead.contactName].filter((name) => name !== null);
  return names.length === 0 ? t('row.noName') : names.join(', ');
}

/** Points with their sign, as they stand beside a reason. */
export function wordWeight(weight: number): string {
  return weight < 0 ? `−${-weight}` : `+${weight}`;
}
