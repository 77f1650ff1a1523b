import { queryOptions } from '@tanstack/react-query';
import type { CustomerNews } from '../../../../contract/mail/mail.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { t } from './dialogs/catalogue.ts';

/** What the customer would be told if the lead was declined now (LC-3); asked for anew whenever somebody is about to. */
export const customerNewsQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadCustomerNews(leadId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/leads/:id/customer-news', { params: { id: leadId }, signal }),
    staleTime: 0,
    // Declining waits for nobody: what is not known after one try is said to be unknown.
    retry: false,
  });

/** What the dialog says while the server has not answered, when it could not, and when it has (LC-3). */
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
