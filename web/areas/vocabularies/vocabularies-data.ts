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

/** The codes in use, with the one at a place moved by one; unchanged at either end. */
export function moved(codes: readonly string[], place: number, by: 1 | -1): string[] {
  const other = place + by;
  const [one, two] = [codes[place], codes[other]];
  if (one === undefined || two === undefined) return [...codes];
  return codes.with(place, two).with(other, one);
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

/** Whether it can be a code; the server checks the same. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9](?:[ -~]*[!-~])?$/.test(text);
}
