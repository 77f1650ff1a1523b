import { sql } from 'kysely';
import type { VocabularyName } from '../../../contract/vocabularies/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { KeptValue, Labels, Values } from './vocabularies.rules.ts';

/** A vocabulary as it is kept. */
export interface KeptVocabulary {
  readonly revision: string;
  readonly values: Values;
}

export type KeptVocabularies = ReadonlyMap<VocabularyName, KeptVocabulary>;

/** All of them: there are a few hundred values. */
export async function listVocabularies(tx: Transaction): Promise<KeptVocabularies> {
  const heads = await tx.selectFrom('vocabulary').select(['name', 'revision']).execute();
  const rows = await listRows(tx);
  return new Map(
    heads.map(({ name, revision }) => [
      // The migration lists the same names; a test compares both.
      name as VocabularyName,
      { revision, values: rows.filter(({ vocabulary }) => vocabulary === name).map(toValue) },
    ]),
  );
}

function listRows(tx: Transaction) {
  return tx.selectFrom('vocabulary_value').selectAll().orderBy('place').orderBy('key').execute();
}
type Row = Awaited<ReturnType<typeof listRows>>[number];

function toValue(row: Row): KeptValue {
  return {
    code: row.code,
    key: row.key,
    // Both are checked by the database, and written by `saveVocabulary` alone.
    labels: row.labels as Labels,
    ownLabels: row.own_labels as Labels,
    isOffered: row.is_offered,
    parentKey: row.parent_key,
    // Checked by the database.
    retiredBy: row.retired_by as KeptValue['retiredBy'],
    replacedBy: row.replaced_by,
  };
}

/** A value, and its place in the order. */
export interface PlacedValue {
  readonly value: KeptValue;
  readonly place: number;
}

/** Saves values; the transaction must be for the operator. @returns the new revision */
export async function saveVocabulary(
  tx: Transaction,
  name: VocabularyName,
  changed: readonly PlacedValue[],
): Promise<string> {
  const rows = changed.map(({ value, place }) => ({
    code: value.code,
    labels: value.labels,
    own_labels: value.ownLabels,
    place,
    is_offered: value.isOffered,
    parent_key: value.parentKey,
    retired_by: value.retiredBy,
    replaced_by: value.replacedBy,
  }));
  const saved = await sql<{ revision: string }>`
    select save_vocabulary(${name}, ${JSON.stringify(rows)}::jsonb) as revision`.execute(tx);
  const [row] = saved.rows;
  if (!row) throw new Error('the vocabulary was not saved');
  return row.revision;
}
