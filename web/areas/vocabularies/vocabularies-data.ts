import { queryOptions } from '@tanstack/react-query';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { request } from '../../api/client.ts';

/** Every vocabulary, and what loading packs would do. */
export const vocabulariesQuery = queryOptions({
  queryKey: ['vocabularies'],
  queryFn: ({ signal }) => request('GET /api/v1/vocabularies', { signal }),
});

/** The values that are not retired, in their order. */
export function listInUse({ values }: Vocabulary): VocabularyValue[] {
  return values.filter(({ state }) => state !== 'retired');
}

/** The label of a value of the vocabulary; its code, if it is not there. */
export function labelOf({ values }: Vocabulary, code: string): string {
  return values.find((value) => value.code === code)?.label ?? code;
}

/** A code for a label: its words without spaces and signs; nothing, where that makes no code. */
export function suggestCode(label: string): string {
  const words =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 100);
}
