import type { ApiTokenScope } from '../../../contract/enums.ts';
import type { Transaction } from '../../platform/database/database.ts';

export interface NewSecretRow {
  readonly organization_id: string;
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly created_by: string | null;
  readonly created_at: Date;
}

/** Living API tokens of an organization, newest first. */
export function listApiTokens(tx: Transaction, organizationId: string) {
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
    .where('t.revoked_at', 'is', null)
    .orderBy('t.id', 'desc')
    .execute();
}

export async function insertApiToken(
  tx: Transaction,
  row: NewSecretRow & { token_hash: Buffer; scopes: ApiTokenScope[] },
): Promise<void> {
  await tx.insertInto('api_token').values(row).execute();
}

/** Living marketplace endpoints of an organization, newest first. */
export function listEndpoints(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('intake_endpoint as e')
    .leftJoin('person as p', 'p.id', 'e.created_by')
    .select(['e.id', 'e.name', 'e.hint', 'e.created_at', 'e.last_used_at', 'p.name as created_by'])
    .where('e.organization_id', '=', organizationId)
    .where('e.revoked_at', 'is', null)
    .orderBy('e.id', 'desc')
    .execute();
}

export async function insertEndpoint(
  tx: Transaction,
  row: NewSecretRow & { key_hash: Buffer },
): Promise<void> {
  await tx.insertInto('intake_endpoint').values(row).execute();
}

/** @returns false when there is no such living secret */
export async function revoke(
  tx: Transaction,
  table: 'api_token' | 'intake_endpoint',
  organizationId: string,
  secretId: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable(table)
    .set({ revoked_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', secretId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
