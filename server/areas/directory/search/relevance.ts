import type { RankingConstants } from './ranking-constants.ts';
import { field, fieldBits, mayDiffer, trigramsOf } from './words.ts';

/** What a word counts, by the fields it stands in: as far as tags share it, and otherwise. */
export interface FieldScores {
  /** By the bits of the fields. */
  readonly plain: Float64Array;
  readonly tagged: Float64Array;
}

/** The best weight of each set of fields. */
export function scoreFields({ fieldWeights }: RankingConstants): FieldScores {
  const bestOf = (names: readonly (keyof typeof field)[]) =>
    Float64Array.from({ length: 2 ** fieldBits }, (_, bits) =>
      Math.max(0, ...names.filter((name) => (bits & field[name]) !== 0).map((name) => fieldWeights[name])),
    );
  return { plain: bestOf(['name', 'offer', 'badge', 'description']), tagged: bestOf(['tag', 'freeTag']) };
}

/** The same for words that match in part only. */
export function scaleScores({ plain, tagged }: FieldScores, factor: number): FieldScores {
  return { plain: plain.map((score) => score * factor), tagged: tagged.map((score) => score * factor) };
}

/** What a match counts: the best of its fields, where tags have the share that is theirs on the page (RK-15). */
export function scoreMatch({ plain, tagged }: FieldScores, fields: number, focus: number): number {
  return Math.max(plain[fields] ?? 0, (tagged[fields] ?? 0) * focus);
}

/** The share of its weight that each of so many tags has: many tags say less. */
export function focusOf(tags: number, { tagsInFull }: RankingConstants): number {
  return 1 / Math.sqrt(Math.max(tagsInFull, tags) / tagsInFull);
}

/** What a distance leaves of the relevance. */
export function proximityOf(km: number, { halfKm }: RankingConstants): number {
  return 1 / (1 + km / halfKm);
}

/** What a word says that so many of all pages have, apart from their descriptions: rare words say more. */
export function rarityOf(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** How well a word of a page matches a wanted one: 1 whole, less as its beginning or in another spelling, 0 not. */
export function factorOf(wanted: string, word: string, constants: RankingConstants): number {
  if (wanted === word) return 1;
  if (!mayDiffer(wanted)) return 0;
  if (word.startsWith(wanted)) return constants.prefixFactor;
  return closenessOf(trigramsOf(wanted), trigramsOf(word)) >= constants.leastCloseness
    ? constants.closeFactor
    : 0;
}

function closenessOf(wanted: ReadonlySet<string>, has: ReadonlySet<string>): number {
  let common = 0;
  for (const one of wanted) if (has.has(one)) common++;
  return shareInCommon(common, wanted.size, has.size);
}

/** The share of trigrams that two words have in common. */
export function shareInCommon(common: number, wanted: number, has: number): number {
  return common / (wanted + has - common);
}

/** What pages are compared by: hundredths of relevance times earned visibility (RK-16). */
export function hundredths(relevance: number, multiplier: number): number {
  return Math.round(relevance * multiplier * 100);
}
