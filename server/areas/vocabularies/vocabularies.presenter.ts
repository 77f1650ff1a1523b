import type { Language } from '../../../contract/languages/languages.ts';
import {
  parentVocabularies,
  type VocabularyName,
  vocabularyNames,
  vocabularyPacks,
} from '../../../contract/vocabularies/lists.ts';
import type {
  Vocabularies,
  Vocabulary,
  VocabularyPackStanding,
} from '../../../contract/vocabularies/vocabularies.ts';
import { packs } from './packs/packs.ts';
import type { KeptVocabularies } from './vocabularies.repo.ts';
import { labelIn, loadPack, stateOf, type Values } from './vocabularies.rules.ts';

/** Who reads: in which language, and whether they manage vocabularies. */
export interface Reader {
  readonly language: Language | undefined;
  readonly manages: boolean;
}

/** Rows → wire. */
export function presentVocabularies(all: KeptVocabularies, reader: Reader): Vocabularies {
  return {
    items: vocabularyNames.map((name) => presentVocabulary(all, name, reader)),
    packs: reader.manages ? vocabularyPacks.map((name) => standingOf(all, name)) : null,
  };
}

/** One of them. */
export function presentVocabulary(all: KeptVocabularies, name: VocabularyName, reader: Reader): Vocabulary {
  const kept = all.get(name);
  const codes = codesOf(kept?.values ?? []);
  const parents = codesOf(parentsOf(all, name));
  return {
    name,
    revision: kept?.revision ?? '',
    values: (kept?.values ?? []).map((value) => ({
      code: value.code,
      label: labelIn(value, reader.language),
      labels: reader.manages ? { ...value.labels, ...value.ownLabels } : null,
      state: stateOf(value),
      replacedBy: value.replacedBy === null ? null : (codes.get(value.replacedBy) ?? null),
      parent: value.parentKey === null ? null : (parents.get(value.parentKey) ?? null),
    })),
  };
}

/** The values that those of a vocabulary belong to; none where they belong to nothing. */
export function parentsOf(all: KeptVocabularies, name: VocabularyName): Values {
  return name in parentVocabularies ? (all.get(parentVocabularies.storeVerticals)?.values ?? []) : [];
}

const codesOf = (values: Values) => new Map(values.map(({ key, code }) => [key, code]));

function standingOf(all: KeptVocabularies, name: VocabularyPackStanding['name']): VocabularyPackStanding {
  const standing = { name, values: 0, missing: 0, relabeled: 0, returning: 0, others: 0 };
  const valuesOf = (vocabulary: VocabularyName) => all.get(vocabulary)?.values ?? [];
  for (const [vocabulary, loaded] of loadPack(valuesOf, packs[name], { retireOthers: true })) {
    standing.values += packs[name][vocabulary].length;
    standing.missing += loaded.added;
    standing.relabeled += loaded.relabeled;
    standing.returning += loaded.returned;
    standing.others += loaded.retired;
  }
  return standing;
}
