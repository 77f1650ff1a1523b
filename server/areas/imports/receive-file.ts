import { EncodingWatch, mostFileBytes, type TextEncoding } from '../../engines/table-files/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { type FileKey, type StoredFiles, storeStream } from '../../platform/stored-files/index.ts';
import { sentence } from './records/catalogue.ts';

/** A file on its way. */
export interface SentFile {
  readonly contentType: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** A file that was kept, with what all of its bytes say. */
export interface ReceivedFile {
  readonly bytes: number;
  readonly encoding: TextEncoding | undefined;
}

/**
 * Keeps a file part by part as it arrives, and finds out its encoding on the way.
 * @throws AppError body-too-large, invalid-request when it ended too soon
 */
export async function receiveFile(
  db: Db,
  files: StoredFiles,
  key: FileKey,
  { bytes, clock }: SentFile & { readonly clock: Clock },
): Promise<ReceivedFile> {
  const watch = new EncodingWatch();
  const watched = watching(bytes, watch);
  const stored = await storeStream(db, files, key, {
    bytes: watched,
    maxBytes: mostFileBytes,
    now: () => clock.now(),
  });
  if (stored === undefined) throw tooLarge();
  return { bytes: stored, encoding: watch.result() };
}

/** A file that is larger than any that is taken. */
export function tooLarge(): AppError {
  return new AppError('body-too-large', sentence('tooLarge', { most: mostFileBytes / 1024 / 1024 }));
}

async function* watching(bytes: AsyncIterable<Buffer>, watch: EncodingWatch): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of bytes) {
      watch.see(chunk);
      yield chunk;
    }
  } catch (error) {
    // The connection broke: nobody is there to read this, but what was kept so far goes.
    if ((error as { code?: string }).code === 'ECONNRESET')
      throw new AppError('invalid-request', sentence('incomplete'));
    throw error;
  }
}
