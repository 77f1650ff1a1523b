import { type Db, inOrganization } from '../database/database.ts';
import { type FileKey, partBytes, type StoredFiles } from './stored-files.repo.ts';

/** A stream that is stored as a file. */
export interface Stored {
  readonly bytes: AsyncIterable<Buffer>;
  /** What it may have at most. */
  readonly maxBytes: number;
  /** The clock of its completion. */
  readonly now: () => Date;
}

/**
 * Writes a stream into a file that was created, a part to a transaction, and completes it. The stream is read only as
 * fast as the database writes, and at most one part of it is in memory.
 * @returns the bytes written; undefined: it has more than it may have, and the file is left incomplete
 */
export async function storeStream(
  db: Db,
  files: StoredFiles,
  key: FileKey,
  { bytes, maxBytes, now }: Stored,
): Promise<number | undefined> {
  const inOwn = { organizationId: key.organizationId };
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let total = 0;
  const write = async () => {
    const part = Buffer.concat(kept);
    kept = [];
    keptBytes = 0;
    await inOrganization(db, inOwn, (tx) => files.append(tx, key, part));
  };
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxBytes) return undefined;
    kept.push(chunk);
    keptBytes += chunk.length;
    if (keptBytes >= partBytes) await write();
  }
  if (keptBytes > 0) await write();
  await inOrganization(db, inOwn, (tx) => files.complete(tx, key, now()));
  return total;
}
