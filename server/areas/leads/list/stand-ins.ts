import { anyOfNames, standInsOf } from '../../../../contract/leads/lead-filters.ts';
import type { LeadQuery } from '../../../../contract/leads/lead-list.ts';
import { wrongValue } from '../../../platform/errors.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { sentence } from './catalogue.ts';

/** The filters that take `me`. */
const personal = anyOfNames.filter((name) => standInsOf(name).includes('me'));

/**
 * The query with the reader's id in place of `me`; doing it again changes nothing.
 * @param place where the query came from, for the refusal
 * @throws AppError invalid-request when a program says `me`: it is nobody
 */
export function withOwnId<Query extends Partial<LeadQuery>>(
  { personId }: Pick<LeadScope, 'personId'>,
  query: Query,
  place: 'query' | 'body',
): Query {
  const asking = personal.filter((name) => query[name]?.includes('me'));
  if (asking.length === 0) return query;
  if (personId === null) throw wrongValue(`${place}.${asking[0]}`, 'person', sentence('meIsNobody'));
  const own = (values: readonly string[]) => [
    ...new Set(values.map((value) => (value === 'me' ? personId : value))),
  ];
  return { ...query, ...Object.fromEntries(asking.map((name) => [name, own(query[name] ?? [])])) };
}
