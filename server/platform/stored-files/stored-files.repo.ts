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
    const sizes = await this.listSizes({ organizationId, id });
    let place = 0;
    for (const [index, size] of sizes.entries()) {
      if (place + size > fromByte) {
        const bytes = await this.readPart({ organizationId, id }, index + 1);
        yield bytes.subarray(Math.max(0, fromByte - place));
      }
      place += size;
    }
  }

  /** How long each part is, in their order; the bytes themselves stay where they are. */
  private listSizes({ organizationId, id }: FileKey): Promise<number[]> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const { sizes } = await tx
        .selectFrom('stored_file as file')
        .select((eb) =>
          eb
            .selectFrom('stored_file_part as part')
            .select(
              sql<number[]>`coalesce(array_agg(octet_length(part.bytes) order by part.number), '{}')`.as(
                'sizes',
              ),
            )
            .whereRef('part.organization_id', '=', 'file.organization_id')
            .whereRef('part.file_id', '=', 'file.id')
            .as('sizes'),
        )
        .where('file.organization_id', '=', organizationId)
        .where('file.id', '=', id)
        .executeTakeFirstOrThrow();
      return sizes ?? [];
    });
  }

  private readPart({ organizationId, id }: FileKey, number: number): Promise<Buffer> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const { bytes } = await tx
        .selectFrom('stored_file_part')
        .select('bytes')
        .where('organization_id', '=', organizationId)
        .where('file_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      return bytes;
    });
  }

  /** What an organization keeps of a kind: the bytes of all its files, and how many arrive that began after a moment. */
  async use(
    tx: Transaction,
    { organizationId, kind }: { readonly organizationId: string; readonly kind: string },
    begunAfter: Date,
  ): Promise<{ readonly bytes: number; readonly arriving: number }> {
    const { bytes, arriving } = await tx
      .selectFrom('stored_file')
      .select(({ fn }) => [
        fn.coalesce(fn.sum<number>('size_bytes'), sql<number>`0`).as('bytes'),
        fn
          .countAll<number>()
          .filterWhere('completed_at', 'is', null)
          .filterWhere('created_at', '>', begunAfter)
          .as('arriving'),
      ])
      .where('organization_id', '=', organizationId)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    return { bytes: Number(bytes), arriving: Number(arriving) };
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
