import { sql } from 'kysely';
import { type Db, inOrganization, type Transaction } from '../database/database.ts';

/** The largest part, in bytes: what a process holds of a file while it writes or reads it. */
export const partBytes = 512 * 1024;

/** Which file. */
export interface FileKey {
  readonly organizationId: string;
  readonly id: string;
}

export interface NewFile extends FileKey {
  /** Whose it is: it goes when they do. */
  readonly personId: string;
  /** What it was made for, such as `import`. */
  readonly kind: string;
  readonly name: string;
  readonly contentType: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** What is known of a file. */
export interface StoredFile {
  readonly id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly name: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly part_count: number;
  /** null: it is still being written. */
  readonly completed_at: Date | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

/**
 * Files that the database keeps for a while, written and read part by part: no process holds a whole one, and one that
 * is written together with other work in a transaction is never ahead of it or behind.
 */
export class StoredFiles {
  constructor(private readonly db: Db) {}

  /** Begins an empty file. */
  async create(tx: Transaction, file: NewFile): Promise<void> {
    await tx
      .insertInto('stored_file')
      .values({
        organization_id: file.organizationId,
        id: file.id,
        person_id: file.personId,
        kind: file.kind,
        name: file.name,
        content_type: file.contentType,
        created_at: file.at,
        expires_at: file.expiresAt,
      })
      .execute();
  }

  /**
   * Adds bytes to the end of a file that is not complete, in parts. Whoever appends holds the file until the transaction
   * ends, so that two writers never mix.
   * @throws Error when there is no such file, or it is complete
   */
  async append(tx: Transaction, key: FileKey, bytes: Buffer): Promise<void> {
    const parts = cutIntoParts(bytes);
    const { part_count: count } = await tx
      .updateTable('stored_file')
      .set({
        part_count: sql<number>`part_count + ${parts.length}::integer`,
        size_bytes: sql<number>`size_bytes + ${bytes.length}::bigint`,
      })
      .where('organization_id', '=', key.organizationId)
      .where('id', '=', key.id)
      .where('completed_at', 'is', null)
      .returning('part_count')
      .executeTakeFirstOrThrow();
    for (const [index, part] of parts.entries())
      await tx
        .insertInto('stored_file_part')
        .values({
          organization_id: key.organizationId,
          file_id: key.id,
          number: count - parts.length + index + 1,
          bytes: part,
        })
        .execute();
  }

  /** Ends a file: nothing can be added any more. */
  async complete(tx: Transaction, key: FileKey, at: Date): Promise<void> {
    await tx
      .updateTable('stored_file')
      .set({ completed_at: at })
      .where('organization_id', '=', key.organizationId)
      .where('id', '=', key.id)
      .execute();
  }

  /** What is known of a file; undefined: there is none, or its time is over. */
  find(tx: Transaction, key: FileKey, now: Date): Promise<StoredFile | undefined> {
    return tx
      .selectFrom('stored_file')
      .selectAll()
      .where('organization_id', '=', key.organizationId)
      .where('id', '=', key.id)
      .where('expires_at', '>', now)
      .executeTakeFirst();
  }

  /**
   * The bytes of a file from a place on, part by part. Each part is fetched in a transaction of its own when it is asked
   * for: a slow reader holds neither a connection nor memory.
   * @throws Error when the file is removed meanwhile
   */
  async *read({ organizationId, id }: FileKey, fromByte = 0): AsyncGenerator<Buffer, void, undefined> {
    let place = 0;
    const { part_count: count } = await inOrganization(this.db, { organizationId }, (tx) =>
      tx
        .selectFrom('stored_file')
        .select('part_count')
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    for (let number = 1; number <= count; number++) {
      const part = await this.readPart({ organizationId, id }, number, fromByte - place);
      if (part.bytes) yield part.bytes;
      place += part.size;
    }
  }

  /** One part without the bytes before a place in it; no bytes at all when the place lies behind it. */
  private readPart({ organizationId, id }: FileKey, number: number, from: number) {
    return inOrganization(this.db, { organizationId }, (tx) =>
      tx
        .selectFrom('stored_file_part')
        .select(sql<number>`octet_length(bytes)`.as('size'))
        .select(
          sql<Buffer | null>`case when octet_length(bytes) > ${from}::bigint
            then substring(bytes from greatest(${from}::bigint, 0)::integer + 1) end`.as('bytes'),
        )
        .where('organization_id', '=', organizationId)
        .where('file_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );
  }

  /** Removes a file with all its parts. @returns whether there was one */
  async remove(tx: Transaction, key: FileKey): Promise<boolean> {
    const { numDeletedRows } = await tx
      .deleteFrom('stored_file')
      .where('organization_id', '=', key.organizationId)
      .where('id', '=', key.id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}

function cutIntoParts(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += partBytes)
    parts.push(bytes.subarray(from, from + partBytes));
  return parts;
}

/** Removes files of all organizations whose time is over. @returns how many */
export async function unscopedForgetFiles(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_stored_files(${now}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
