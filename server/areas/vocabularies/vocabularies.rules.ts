import { fallbackLanguage, type Language } from '../../../contract/languages/languages.ts';
import { languages } from '../../../contract/languages/lists.ts';
import { keyOfCode } from '../../../contract/vocabularies/codes.ts';
import {
  parentVocabularies,
  type VocabularyName,
  type VocabularyState,
  vocabularyNames,
} from '../../../contract/vocabularies/lists.ts';
import type { Pack, PackValue } from './packs/pack.ts';

/** A text in some languages. */
export type Labels = Readonly<Partial<Record<Language, string>>>;

/** A value of a vocabulary as it is kept. */
export interface KeptValue {
  readonly code: string;
  /** What codes are compared by. */
  readonly key: string;
  /** Those of packs. */
  readonly labels: Labels;
  /** Those that the operator wrote: they count first. */
  readonly ownLabels: Labels;
  readonly isOffered: boolean;
  /** Of a vertical: the key of its industry. */
  readonly parentKey: string | null;
  /** null: it is in use. */
  readonly retiredBy: 'operator' | 'pack' | null;
  /** The key of the value through which a retired one is found: that one is in use. */
  readonly replacedBy: string | null;
}

/** The values of one vocabulary, in their order. */
export type Values = readonly KeptValue[];

/** The value with that code, without case and spaces (VO-2). */
export function findValue(values: Values, code: string): KeptValue | undefined {
  const key = keyOfCode(code);
  return values.find((value) => value.key === key);
}

/** The label in a language; in English, where there is none. */
export function labelIn(
  { labels, ownLabels, code }: KeptValue,
  language: Language = fallbackLanguage,
): string {
  const all = { ...labels, ...ownLabels };
  return all[language] ?? all[fallbackLanguage] ?? code;
}

/** What a code is called in a language; the code itself, where there is no such value. */
export function labelOfCode(values: Values | undefined, code: string, language?: Language): string {
  const value = findValue(values ?? [], code);
  return value ? labelIn(value, language) : code;
}

/** Whether people choose it, programs may send it, or it stays only where it is (VO-1). */
export function stateOf({ retiredBy, isOffered }: KeptValue): VocabularyState {
  if (retiredBy !== null) return 'retired';
  return isOffered ? 'offered' : 'accepted';
}

/** Whether the operator added it: no pack has it. */
export function isOwn({ labels }: KeptValue): boolean {
  return Object.keys(labels).length === 0;
}

/** The values of one vocabulary that are found through this one. */
export function listReplaced(values: Values, { key }: KeptValue): Values {
  return values.filter(({ replacedBy }) => replacedBy === key);
}

/** A value in use whose label reads the same in one of these languages; with that language. */
export function findSameLabel(
  values: Values,
  labels: Labels,
  { key, parentKey }: Pick<KeptValue, 'key' | 'parentKey'>,
): { readonly language: Language; readonly value: KeptValue } | undefined {
  const others = values.filter(
    (one) => one.key !== key && one.parentKey === parentKey && one.retiredBy === null,
  );
  for (const language of languages) {
    const folded = labels[language]?.toLocaleLowerCase(language);
    const value = others.find((one) => labelIn(one, language).toLocaleLowerCase(language) === folded);
    if (value) return { language, value };
  }
  return undefined;
}

/** With a new value at the end. */
export function addValue(
  values: Values,
  {
    code,
    labels,
    parentKey,
  }: { readonly code: string; readonly labels: Labels; readonly parentKey: string | null },
): Values {
  const value: KeptValue = {
    code,
    key: keyOfCode(code),
    labels: {},
    ownLabels: labels,
    isOffered: true,
    parentKey,
    retiredBy: null,
    replacedBy: null,
  };
  return [...values, value];
}

/** With other labels: null goes back to the pack’s. What the pack says as well is not the operator’s own. */
export function renameValue(
  value: KeptValue,
  change: Readonly<Partial<Record<Language, string | null | undefined>>>,
): KeptValue {
  const ownLabels: Partial<Record<Language, string>> = { ...value.ownLabels };
  for (const language of languages) {
    const label = change[language];
    if (label === undefined) continue;
    if (label === null || label === value.labels[language]) delete ownLabels[language];
    else ownLabels[language] = label;
  }
  return { ...value, ownLabels };
}

/** In the order of the keys; what is retired goes to the end. */
export function orderValues(values: Values, keys: readonly string[]): Values {
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  const place = ({ key }: KeptValue) => placeOf.get(key) ?? values.length;
  return values.toSorted((one, other) => place(one) - place(other));
}

/** With this value retired; what was found through it is found through its replacement, too. */
export function retireValue(values: Values, key: string, replacedBy: string | null): Values {
  return values.map((value) => {
    if (value.key === key) return { ...value, retiredBy: 'operator', replacedBy };
    return value.replacedBy === key ? { ...value, replacedBy } : value;
  });
}

/** With this value in use again. */
export function returnValue(values: Values, key: string): Values {
  return values.map((value) => (value.key === key ? { ...value, retiredBy: null, replacedBy: null } : value));
}

/** What loading a pack does to one vocabulary. */
export interface LoadedValues {
  readonly values: Values;
  readonly added: number;
  readonly relabeled: number;
  readonly returned: number;
  readonly retired: number;
}

interface LoadingOptions {
  readonly retireOthers: boolean;
  /** The keys of industries that are retired: their verticals are not offered either. */
  readonly retiredParents: ReadonlySet<string>;
}

/**
 * With all values of a pack. New ones come next to those that the pack has before them, so that an order that somebody
 * made stays. Labels that the operator wrote stay, and so does what they retired.
 */
export function loadValues(
  before: Values,
  pack: readonly PackValue[],
  { retireOthers, retiredParents }: LoadingOptions,
): LoadedValues {
  const values = [...before];
  const counts = { added: 0, relabeled: 0, returned: 0, retired: 0 };
  let next = 0;
  for (const fresh of pack.map(valueOfPack)) {
    const mayBeUsed = fresh.parentKey === null || !retiredParents.has(fresh.parentKey);
    const place = values.findIndex(({ key }) => key === fresh.key);
    const kept = values[place];
    if (kept === undefined) {
      values.splice(next, 0, mayBeUsed ? fresh : { ...fresh, retiredBy: 'operator' });
      counts.added += 1;
      next += 1;
      continue;
    }
    const loaded = loadInto(kept, fresh, mayBeUsed);
    values[place] = loaded;
    counts.relabeled += isSame(loaded.labels, kept.labels) ? 0 : 1;
    counts.returned += loaded.retiredBy === kept.retiredBy ? 0 : 1;
    next = place + 1;
  }
  if (!retireOthers) return { values, ...counts };
  const others = new Set(listOthers(values, pack).map(({ key }) => key));
  return {
    values: values.map((value) => (others.has(value.key) ? { ...value, retiredBy: 'pack' } : value)),
    ...counts,
    retired: others.size,
  };
}

function loadInto(kept: KeptValue, fresh: KeptValue, mayBeUsed: boolean): KeptValue {
  const retiredBy = kept.retiredBy === 'pack' && mayBeUsed ? null : kept.retiredBy;
  return { ...kept, labels: { ...kept.labels, ...fresh.labels }, isOffered: fresh.isOffered, retiredBy };
}

/** What loading a pack does to each vocabulary, given the values of all of them. */
export function loadPack(
  valuesOf: (name: VocabularyName) => Values,
  pack: Pack,
  { retireOthers }: Pick<LoadingOptions, 'retireOthers'>,
): ReadonlyMap<VocabularyName, LoadedValues> {
  const loaded = new Map<VocabularyName, LoadedValues>();
  // Industries come before their verticals in the list of names.
  for (const name of vocabularyNames) {
    const parents = loaded.get(parentVocabularies.storeVerticals)?.values ?? [];
    const retired = parents.filter(({ retiredBy }) => retiredBy !== null);
    const retiredParents = new Set(name in parentVocabularies ? retired.map(({ key }) => key) : []);
    loaded.set(name, loadValues(valuesOf(name), pack[name], { retireOthers, retiredParents }));
  }
  return loaded;
}

/** What other packs brought, is in use, and replaces nothing. */
function listOthers(values: Values, pack: readonly PackValue[]): Values {
  const keys = new Set(pack.map(({ code }) => keyOfCode(code)));
  const replacing = new Set(values.map(({ replacedBy }) => replacedBy));
  return values.filter(
    (value) => value.retiredBy === null && !isOwn(value) && !keys.has(value.key) && !replacing.has(value.key),
  );
}

function valueOfPack(wanted: PackValue): KeptValue {
  const { code, isOffered = true, parent } = wanted;
  return {
    code,
    key: keyOfCode(code),
    labels: labelsOf(wanted),
    ownLabels: {},
    isOffered,
    parentKey: parent === undefined ? null : keyOfCode(parent),
    retiredBy: null,
    replacedBy: null,
  };
}

function labelsOf(wanted: PackValue): Labels {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const label = wanted[language];
      return label === undefined ? [] : [[language, label]];
    }),
  );
}

/** True when both have the same labels. */
export function isSame(one: Labels, other: Labels): boolean {
  return languages.every((language) => one[language] === other[language]);
}
