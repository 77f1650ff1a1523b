/**
 * The closed lists of vocabularies; their values are data (VO-1).
 * No imports: the browser bundle uses these without the validation library.
 */

/** What there are values for. Verticals belong to industries of the store. */
export const vocabularyNames = [
  'industries',
  'products',
  'services',
  'solutions',
  'customerSizes',
  'storeIndustries',
  'storeVerticals',
  'consultingServiceTypes',
] as const;
export type VocabularyName = (typeof vocabularyNames)[number];

/** The vocabulary whose values those of another one belong to. */
export const parentVocabularies = { storeVerticals: 'storeIndustries' } as const satisfies Partial<
  Record<VocabularyName, VocabularyName>
>;

/** Sets of values that come with Leadlight (VO-2). */
export const vocabularyPacks = ['neutral', 'partner-center'] as const;
export type VocabularyPack = (typeof vocabularyPacks)[number];

/** `offered`: people choose it; `accepted`: programs may send it; `retired`: it stays only where it is. */
export const vocabularyStates = ['offered', 'accepted', 'retired'] as const;
export type VocabularyState = (typeof vocabularyStates)[number];

/** What becomes of values that another pack brought when one is loaded. */
export const otherValues = ['keep', 'retire'] as const;
export type OtherValues = (typeof otherValues)[number];

/** The most characters of a code, and of a label. */
export const [mostCodeCharacters, mostLabelCharacters] = [100, 100];
/** What a new code looks like: every program can send it, and it is no path. The database checks the same. */
export const newCodePattern = /^[A-Za-z0-9](?:[ -~]*[!-~])?$/;
/** The most values of a vocabulary, retired ones included. */
export const mostVocabularyValues = 500;
