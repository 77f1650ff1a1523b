import type { Db } from '../../platform/database/database.ts';
import { getLinkSecret } from './mail.repo.ts';

/** Reads the key that signs links once; if the database did not answer, whoever asks next tries again. */
export function keepLinkSecret(db: Db): () => Promise<Buffer> {
  let secret: Promise<Buffer> | undefined;
  return () => {
    secret ??= getLinkSecret(db).catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    return secret;
  };
}
