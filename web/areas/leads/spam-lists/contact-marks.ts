import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ContactMark, NewContactMark } from '../../../../contract/leads/contact-checks.ts';
import type { ContactMarkKind } from '../../../../contract/leads/lists.ts';
import { request } from '../../../api/client.ts';
import { t } from './catalogue.ts';

export type MarkList = ContactMark['list'];
interface MarkPage {
  items: ContactMark[];
  nextCursor: string | null;
}

/** The query key of everything about the lists. */
export const marksKey = ['contact-marks'] as const;
const pageSize = 50;

/** One of the lists, filtered by a search, page by page. */
export const marksQuery = (list: MarkList, search: string) =>
  infiniteQueryOptions({
    queryKey: [...marksKey, list, search] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/contact-marks', {
        query: { list, search, cursor: pageParam, limit: pageSize },
        signal,
      }),
    getNextPageParam: (page: MarkPage) => page.nextCursor ?? undefined,
    // While a search is being typed the previous entries stay, but never those of the other list.
    placeholderData: (before, query) => (query?.queryKey[1] === list ? before : undefined),
  });

/** What a typed value most likely is. */
export function guessKind(value: string): ContactMarkKind {
  const text = value.trim();
  if (text.lastIndexOf('@') > 0) return 'address';
  return /^(?:\+|00)?[\d\s().\-/]{5,}$/u.test(text) ? 'phone' : 'domain';
}

/** What is missing from an entry, if that can be told without the server; null when nothing is. */
export function findMarkProblem(value: string, kind: ContactMarkKind): string | null {
  const text = value.trim();
  if (text === '') return t('adding.problem.nothing');
  if (kind === 'address' && !/^[^\s@]+@[^\s@]+$/u.test(text)) return t('adding.problem.noAddress');
  if (kind === 'domain' && /@./u.test(text.slice(1))) return t('adding.problem.noDomain');
  if (kind === 'phone' && !/^(?:\+|00)/u.test(text)) return t('adding.problem.noCountryCode');
  return null;
}

/** The entry as it is sent, with a note only if there is one. */
export function toNewMark(values: Omit<NewContactMark, 'note'> & { note: string | null }): NewContactMark {
  const { list, kind } = values;
  const note = values.note?.trim() ?? '';
  return { list, kind, value: values.value.trim(), ...(note !== '' && { note }) };
}
