import type { FileSource } from '../../../engines/table-files/index.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { StoredFiles } from '../../../platform/stored-files/index.ts';

/** The kind of stored files that imports read. */
export const importFileKind = 'import';

/** A file that was brought, to be read from any place; undefined: it is gone. */
export async function openFile(
  db: Db,
  files: StoredFiles,
  organizationId: string,
  fileId: string | null,
): Promise<FileSource | undefined> {
  if (fileId === null) return undefined;
  const key = { organizationId, id: fileId };
  // Work that has begun with a file goes on with it, also on the day on which its time is over.
  const found = await inOrganization(db, key, (tx) => files.find(tx, key, new Date(0)));
  return found && { sizeBytes: found.size_bytes, read: (fromByte) => files.read(key, fromByte) };
}
