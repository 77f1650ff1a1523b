import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailKind, MailLanguage, MailState } from '../../../contract/mail/lists.ts';
import { request } from '../../api/client.ts';

const pageSize = 50;

/** The filters in the address of the list. */
export interface OutboxSearch {
  state?: MailState;
  leadId?: string;
}

/** The query keys of the outbox. */
export const mailKeys = {
  all: ['mails'] as const,
  list: (search: OutboxSearch) => ['mails', 'list', search] as const,
  one: (id: string) => ['mails', 'one', id] as const,
};

/** The mails that fit, newest first, page by page. */
export const mailsQuery = ({ state, leadId }: OutboxSearch) =>
  infiniteQueryOptions({
    queryKey: mailKeys.list({ state, leadId }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/mails', {
        query: { state, leadId, cursor: pageParam, limit: pageSize },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** One mail with its text. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: mailKeys.one(id),
    queryFn: ({ signal }) => request('GET /api/v1/mails/:id', { params: { id }, signal }),
  });

/** A sample of a mail template. */
export const templateQuery = (kind: MailKind, language: MailLanguage) =>
  queryOptions({
    queryKey: ['mail-templates', kind, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      request('GET /api/v1/mail-templates/:kind', { params: { kind }, query: { language }, signal }),
  });
