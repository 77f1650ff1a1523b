import { type Selectable, sql } from 'kysely';
import type { ImportState } from '../../../../contract/imports/lists.ts';
import type { LeadImport as LeadImportTable } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';
import type { Meanings } from '../rows/meanings.ts';
import type { ImportProblem, ImportReading, StoredSettings, UnknownWords } from './imports.rules.ts';

/** An import as the database stores it. */
export type ImportRecord = Omit<
  Selectable<LeadImportTable>,
  'state' | 'reading' | 'settings' | 'problem' | 'file_bytes' | 'unknown_words'
> & {
  readonly state: ImportState;
  readonly reading: ImportReading;
  readonly settings: StoredSettings;
  readonly problem: ImportProblem | null;
  readonly file_bytes: number;
  readonly unknown_words: UnknownWords;
};

/** An import with the name of who brought it. */
export type NamedImport = ImportRecord & { readonly person_name: string };

/** Which import. */
export interface ImportKey {
  readonly organizationId: string;
  readonly importId: string;
}

export interface NewImport extends ImportKey {
  readonly personId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly reading: ImportReading;
  readonly settings: StoredSettings;
  readonly at: Date;
}

/** Writes down an import whose dry run begins. */
export async function insertImport(tx: Transaction, one: NewImport): Promise<void> {
  await tx
    .insertInto('lead_import')
    .values({
      organization_id: one.organizationId,
      id: one.importId,
      person_id: one.personId,
      file_id: one.fileId,
      file_name: one.fileName,
      file_bytes: one.fileBytes,
      state: 'checking',
      reading: JSON.stringify(one.reading),
      settings: JSON.stringify(one.settings),
      created_at: one.at,
    })
    .execute();
}

function selectNamed(tx: Transaction, organizationId: string) {
  return (
    tx
      .selectFrom('lead_import as one')
      .innerJoin('person', 'person.id', 'one.person_id')
      .selectAll('one')
      .select('person.name as person_name')
      .where('one.organization_id', '=', organizationId)
      // The columns of closed lists are checked by the database, the others are written by this file alone.
      .$castTo<NamedImport>()
  );
}

/** The import with that id. */
export function findImport(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
): Promise<NamedImport | undefined> {
  return selectNamed(tx, organizationId).where('one.id', '=', importId).executeTakeFirst();
}

/** The organization’s latest imports, newest first. */
export function listImports(tx: Transaction, organizationId: string, limit: number): Promise<NamedImport[]> {
  return selectNamed(tx, organizationId).orderBy('one.id', 'desc').limit(limit).execute();
}

/** The same import, locked until the transaction ends: whoever works its rows holds this lock. */
export async function lockImport(tx: Transaction, key: ImportKey): Promise<NamedImport | undefined> {
  const held = await tx
    .selectFrom('lead_import')
    .select('id')
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.importId)
    .forUpdate()
    .executeTakeFirst();
  return held && findImport(tx, key);
}

/** How many imports of the organization are being looked through, written or taken back. */
export async function countAtWork(tx: Transaction, organizationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('lead_import')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', 'in', ['checking', 'running', 'undoing'])
    .executeTakeFirstOrThrow();
  return count;
}

/** What can change about an import that is locked. */
export type ImportChanges = Partial<
  Pick<
    ImportRecord,
    | 'state'
    | 'file_id'
    | 'round'
    | 'checked_rows'
    | 'checked_place'
    | 'place'
    | 'create_count'
    | 'update_count'
    | 'unchanged_count'
    | 'skip_count'
    | 'reject_count'
    | 'created'
    | 'updated'
    | 'left_alone'
    | 'removed'
    | 'restored'
    | 'kept'
    | 'failures'
    | 'checked_at'
    | 'started_at'
    | 'ended_at'
    | 'undone_at'
    | 'reading'
    | 'settings'
    | 'problem'
    | 'unknown_words'
  >
>;

/** Writes about an import that the transaction has locked. */
export async function updateImport(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  { reading, settings, problem, unknown_words: words, ...changes }: ImportChanges,
): Promise<void> {
  await tx
    .updateTable('lead_import')
    .set({
      ...changes,
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(settings && { settings: JSON.stringify(settings) }),
      ...(words && { unknown_words: JSON.stringify(words) }),
      ...(problem !== undefined && { problem: problem && JSON.stringify(problem) }),
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .execute();
}

/** Makes imports of the organization take turns in what must not happen twice, until the transaction ends. */
export function waitForOtherImports(tx: Transaction, organizationId: string): Promise<void> {
  return lockName(tx, `import ${organizationId}`);
}

/** Deletes some rows of imports of all organizations that were brought before that moment. @returns how many */
export async function unscopedForgetRows(db: Db, broughtBefore: Date, maximum: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_import_rows(${broughtBefore}, ${maximum}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Deletes imports of all organizations that were brought before that moment. @returns how many */
export async function unscopedForgetImports(db: Db, broughtBefore: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_imports(${broughtBefore}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What was remembered about files with certain headers. */
export interface Mapping {
  readonly fields: ImportReading['fields'];
  readonly meanings: Meanings;
}

/** Which columns files with these headers filled the last time, and what their words meant. */
export async function findMapping(
  tx: Transaction,
  organizationId: string,
  headers: Buffer,
): Promise<Mapping | undefined> {
  const found = await tx
    .selectFrom('lead_import_mapping')
    .select(['mapping', 'meanings'])
    .where('organization_id', '=', organizationId)
    .where('headers', '=', headers)
    .executeTakeFirst();
  // Only this file writes them.
  return (
    found && {
      fields: found.mapping as unknown as Mapping['fields'],
      meanings: found.meanings as unknown as Meanings,
    }
  );
}

/** Remembers which columns files with these headers fill, and what their words mean. */
export async function rememberMapping(
  tx: Transaction,
  organizationId: string,
  { headers, fields, meanings: said, at }: Mapping & { readonly headers: Buffer; readonly at: Date },
): Promise<void> {
  const mapping = JSON.stringify(fields);
  const meanings = JSON.stringify(said);
  await tx
    .insertInto('lead_import_mapping')
    .values({ organization_id: organizationId, headers, mapping, meanings, updated_at: at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'headers']).doUpdateSet({ mapping, meanings, updated_at: at }),
    )
    .execute();
}
