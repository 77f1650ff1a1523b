import { type AnyOfName, standInsOf } from '../../../../contract/leads/lead-filters.ts';
import type { FacetValue } from '../../../../contract/leads/lead-list.ts';
import { words } from '../../../../contract/words.ts';
import { t } from './catalogue.ts';

const labels: Readonly<Record<string, string>> = { me: t('filters.me'), nobody: words.nobody };

/** The label of a word that a filter takes in place of an id; undefined for anything else. */
export function standInWords(name: AnyOfName, value: string): string | undefined {
  return standInsOf(name).includes(value) ? labels[value] : undefined;
}

/**
 * The values of a filter by person: first the reader and nobody, then the others. The reader is called “Me”, and by name
 * only where a link chose them by id.
 */
export function ownersFirst(
  name: AnyOfName,
  values: readonly FacetValue[],
  chosen: readonly string[],
  myId: string,
): FacetValue[] {
  const standIns = standInsOf(name);
  if (standIns.length === 0) return [...values];
  const countOf = (value: string) => values.find((one) => one.value === value)?.count ?? 0;
  const first = standIns.map((value) => ({
    value,
    label: labels[value] ?? value,
    count: countOf(value === 'me' ? myId : value),
  }));
  const others = values.filter(
    ({ value }) => !standIns.includes(value) && (value !== myId || chosen.includes(myId)),
  );
  return [...first, ...others];
}
