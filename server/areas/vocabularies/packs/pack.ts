import type { Language } from '../../../../contract/languages/languages.ts';
import { sortByName } from '../../../../contract/name-order.ts';
import type { VocabularyName } from '../../../../contract/vocabularies/lists.ts';

/** A value of a pack: its code as on the wire, and a label in each language that the pack is written in. */
export interface PackValue extends Readonly<Partial<Record<Language, string>>> {
  readonly code: string;
  readonly en: string;
  /** false: programs may send it, and nobody chooses it. */
  readonly isOffered?: false;
  /** Of a vertical: the code of its industry. */
  readonly parent?: string;
}

/** The values of each vocabulary, in the order in which they are offered. */
export type Pack = Readonly<Record<VocabularyName, readonly PackValue[]>>;

/** By their English labels: for lists without an order of their own. */
export function inOrder(values: readonly PackValue[]): readonly PackValue[] {
  return sortByName(values, ({ en }) => en);
}
