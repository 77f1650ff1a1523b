import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';

/** The secret that signs forms, the same for all processes of the installation. */
export async function getFormSecret(db: Db): Promise<Buffer> {
  const { secret } = await db.selectFrom('form_secret').select('secret').executeTakeFirstOrThrow();
  return secret;
}

export interface FormUse {
  readonly organizationId: string;
  readonly formKey: string;
  readonly contentHash: Buffer;
  readonly expiresAt: Date;
}

const removedAtOnce = 100;

/**
 * Records that a rendered form was sent with this content, and deletes some expired records.
 * @returns how many other contents it was sent with before
 */
export async function recordUse(tx: Transaction, use: FormUse, now: Date): Promise<number> {
  const { organizationId, formKey, contentHash, expiresAt } = use;
  // Of two different contents sent at the same time, one waits here for the other, so that only one counts as the
  // first.
  await lockName(tx, formKey);
  await tx
    .insertInto('form_use')
    .values({
      organization_id: organizationId,
      form_key: formKey,
      content_hash: contentHash,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`
    delete from form_use where (organization_id, form_key, content_hash) in (
      select organization_id, form_key, content_hash from form_use
      where organization_id = ${organizationId} and expires_at <= ${now}
      limit ${removedAtOnce} for update skip locked)`.execute(tx);
  const { others } = await tx
    .selectFrom('form_use')
    .select((eb) => eb.fn.countAll<number>().as('others'))
    .where('organization_id', '=', organizationId)
    .where('form_key', '=', formKey)
    .where('content_hash', '!=', contentHash)
    .executeTakeFirstOrThrow();
  return others;
}
