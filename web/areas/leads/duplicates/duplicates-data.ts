import { queryOptions } from '@tanstack/react-query';
import type { PossibleDuplicate } from '../../../../contract/leads/duplicates.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { t } from './catalogue.ts';

/** Its key is below the lead's, so that refetching the lead refetches this too. */
export const duplicatesQuery = (leadId: string) =>
  queryOptions({
    queryKey: [...queryKeys.lead(leadId), 'duplicates'] as const,
    queryFn: ({ signal }) => request('GET /api/v1/leads/:id/duplicates', { params: { id: leadId }, signal }),
  });

/** Separates the duplicates shown right away from the dismissed ones; each in the server's order. */
export function splitDismissed(items: readonly PossibleDuplicate[]): {
  open: PossibleDuplicate[];
  dismissed: PossibleDuplicate[];
} {
  return { open: items.filter((item) => !item.dismissed), dismissed: items.filter((item) => item.dismissed) };
}

/** Names the lead, for buttons that are read out of context. */
export function nameDuplicate({ lead }: Pick<PossibleDuplicate, 'lead'>): string {
  const names = [lead.customerName, lead.contactName].filter((name) => name !== null);
  return names.length === 0 ? t('row.noName') : names.join(', ');
}

/** Points with their sign, as shown next to a reason. */
export function wordWeight(weight: number): string {
  return weight < 0 ? `−${-weight}` : `+${weight}`;
}
