import type { ApiTokenScope } from '../../../../contract/identity/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';

export interface NewSecretRow {
  readonly organization_id: string;
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly created_by: string | null;
  readonly created_at: Date;
}

/** A page of a list of secrets; one more row is read, to see whether there is another page. */
export interface SecretPage {
  readonly before: string | undefined;
  readonly limit: number;
}

function selectApiTokens(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('api_token as t')
    .leftJoin('person as p', 'p.id', 't.created_by')
    .select([
      't.id',
      't.name',
      't.scopes',
      't.hint',
      't.created_at',
      't.last_used_at',
      'p.name as created_by',
    ])
    .where('t.organization_id', '=', organizationId)
    .where('t.revoked_at', 'is', null);
}

/** One API token of the organization. */
export function findApiToken(tx: Transaction, organizationId: string, tokenId: string) {
  return selectApiTokens(tx, organizationId).where('t.id', '=', tokenId).executeTakeFirst();
}

/** Active API tokens of an organization, newest first. */
export function listApiTokens(tx: Transaction, organizationId: string, { before, limit }: SecretPage) {
  return selectApiTokens(tx, organizationId)
    .$if(before !== undefined, (query) => query.where('t.id', '<', before ?? ''))
    .orderBy('t.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Stores a token by its hash: nobody can read it again. */
export async function insertApiToken(
  tx: Transaction,
  row: NewSecretRow & { token_hash: Buffer; scopes: ApiTokenScope[] },
): Promise<void> {
  await tx.insertInto('api_token').values(row).execute();
}

function selectEndpoints(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('intake_endpoint as e')
    .leftJoin('person as p', 'p.id', 'e.created_by')
    .select(['e.id', 'e.name', 'e.hint', 'e.created_at', 'e.last_used_at', 'p.name as created_by'])
    .where('e.organization_id', '=', organizationId)
    .where('e.revoked_at', 'is', null);
}

/** One marketplace endpoint of the organization. */
export function findEndpoint(tx: Transaction, organizationId: string, endpointId: string) {
  return selectEndpoints(tx, organizationId).where('e.id', '=', endpointId).executeTakeFirst();
}

/** Active marketplace endpoints of an organization, newest first. */
export function listEndpoints(tx: Transaction, organizationId: string, { before, limit }: SecretPage) {
  return selectEndpoints(tx, organizationId)
    .$if(before !== undefined, (query) => query.where('e.id', '<', before ?? ''))
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Stores an endpoint by the hash of its key: nobody can read it again. */
export async function insertEndpoint(
  tx: Transaction,
  row: NewSecretRow & { key_hash: Buffer },
): Promise<void> {
  await tx.insertInto('intake_endpoint').values(row).execute();
}

type SecretTable = 'api_token' | 'intake_endpoint';

/**
 * Counts active secrets, and keeps others from being created until the transaction ends, so that the second of two
 * counts the first.
 */
export async function countForNew(
  tx: Transaction,
  table: SecretTable,
  organizationId: string,
): Promise<number> {
  await lockName(tx, `${table} ${organizationId}`);
  const row = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('organization_id', '=', organizationId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** @returns its name; undefined when there is no such active secret */
export async function revoke(
  tx: Transaction,
  table: SecretTable,
  organizationId: string,
  secretId: string,
  at: Date,
): Promise<{ name: string; hint: string } | undefined> {
  return tx
    .updateTable(table)
    .set({ revoked_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', secretId)
    .where('revoked_at', 'is', null)
    .returning(['name', 'hint'])
    .executeTakeFirst();
}
