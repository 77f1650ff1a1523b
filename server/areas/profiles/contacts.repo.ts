import { sql } from 'kysely';
import type { Db, Transaction } from '../../platform/database/database.ts';

/** Those of these addresses, in lower case, that were confirmed for this organization. */
export async function listConfirmed(
  tx: Transaction,
  organizationId: string,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom('profile_contact')
    .select('email_key')
    .where('organization_id', '=', organizationId)
    .where('email_key', 'in', keys)
    .where('confirmed_at', 'is not', null)
    .execute();
  return rows.map(({ email_key }) => email_key);
}

/** The contact with that address, in lower case. */
export function findContact(tx: Transaction, organizationId: string, key: string) {
  return tx
    .selectFrom('profile_contact')
    .select(['id', 'asked_at', 'confirmed_at'])
    .where('organization_id', '=', organizationId)
    .where('email_key', '=', key)
    .executeTakeFirst();
}

/** How many addresses the organization had asked since then. */
export async function countAsked(tx: Transaction, organizationId: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('profile_contact')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Notes that a link is sent; an earlier one no longer works. */
export async function keepAsked(
  tx: Transaction,
  organizationId: string,
  asked: { readonly key: string; readonly id: string; readonly at: Date },
): Promise<void> {
  const { key, id, at } = asked;
  await tx
    .insertInto('profile_contact')
    .values({ organization_id: organizationId, email_key: key, id, asked_at: at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'email_key']).doUpdateSet({ id, asked_at: at }),
    )
    .execute();
}

/** Notes that the address was confirmed, unless it was before. */
export async function markConfirmed(
  tx: Transaction,
  organizationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('profile_contact')
    .set({ confirmed_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** Whom a link asks. */
export interface AskedContact {
  readonly organizationId: string;
  readonly organizationName: string;
  /** In lower case. */
  readonly email: string;
  readonly isConfirmed: boolean;
}

/** The contact that a link was signed for, of whatever organization; undefined: another link was sent since. */
export async function unscopedFindContact(
  db: Db | Transaction,
  contactId: string,
): Promise<AskedContact | undefined> {
  const { rows } = await sql<{
    organization_id: string;
    organization_name: string;
    email: string;
    confirmed_at: Date | null;
  }>`select * from find_profile_contact(${contactId})`.execute(db);
  const [row] = rows;
  return (
    row && {
      organizationId: row.organization_id,
      organizationName: row.organization_name,
      email: row.email,
      isConfirmed: row.confirmed_at !== null,
    }
  );
}
