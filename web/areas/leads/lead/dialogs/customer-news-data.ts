import { queryOptions } from '@tanstack/react-query';
import type { CustomerNews } from '../../../../../contract/mail/mail.ts';
import { request } from '../../../../api/client.ts';
import { queryKeys } from '../../../../api/queries.ts';
import { t } from './catalogue.ts';

/**
 * What the customer would be told if the lead were declined now (LC-3); fetched each time someone is about to decline.
 */
export const customerNewsQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadCustomerNews(leadId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/leads/:id/customer-news', { params: { id: leadId }, signal }),
    staleTime: 0,
    // Declining does not wait: if one try fails, the dialog says it does not know.
    retry: false,
  });

/** What the dialog says while the answer is loading, when it failed, and once it is there (LC-3). */
export function tellOfCustomer({ data, isError }: { data: CustomerNews | undefined; isError: boolean }): {
  sentence: string;
  mail: CustomerNews['mail'];
} {
  if (data) return { sentence: data.words, mail: data.mail };
  if (isError) {
    return { sentence: t('customerNews.unknown'), mail: null };
  }
  return { sentence: t('customerNews.loading'), mail: null };
}
