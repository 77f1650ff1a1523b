import type { ApiTokenScope } from '../../../contract/enums.ts';
import type { AccessLogPage, ApiTokenInfo, IntakeEndpointInfo } from '../../../contract/identity.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../../platform/ids.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { listAccess } from '../leads/index.ts';
import * as repo from './access.repo.ts';

const hintLength = 4;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Machine access of an organization, and the log of who read what (ID-5, ID-7). */
export class AccessService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  async listTokens(actor: PersonActor): Promise<ApiTokenInfo[]> {
    requirePermission(actor, 'manageAccess');
    const rows = await inOrganization(this.db, actor, (tx) => repo.listApiTokens(tx, actor.organizationId));
    return rows.map(({ scopes, ...row }) => ({ ...presentSecret(row), scopes }));
  }

  /** @returns the token in clear: this once, it is kept hashed */
  async createToken(
    actor: PersonActor,
    name: string,
    scopes: ApiTokenScope[],
  ): Promise<ApiTokenInfo & { token: string }> {
    requirePermission(actor, 'manageAccess');
    refuseForeignScopes(actor, scopes);
    const token = newSecret('llt');
    const row = {
      ...this.newRow(actor, name, token),
      token_hash: hashSecret(token),
      scopes: [...new Set(scopes)],
    };
    await inOrganization(this.db, actor, (tx) => repo.insertApiToken(tx, row));
    return {
      ...presentSecret({ ...row, created_by: actor.name, last_used_at: null }),
      scopes: row.scopes,
      token,
    };
  }

  /** @throws AppError not-found */
  async revokeToken(actor: PersonActor, tokenId: string): Promise<void> {
    requirePermission(actor, 'manageAccess');
    await this.revoke(actor, 'api_token', tokenId);
  }

  async listEndpoints(actor: PersonActor): Promise<IntakeEndpointInfo[]> {
    requirePermission(actor, 'manageIntake');
    const rows = await inOrganization(this.db, actor, (tx) => repo.listEndpoints(tx, actor.organizationId));
    return rows.map(presentSecret);
  }

  /** @returns the address in clear: this once, its key is kept hashed */
  async createEndpoint(actor: PersonActor, name: string): Promise<IntakeEndpointInfo & { url: string }> {
    requirePermission(actor, 'manageIntake');
    const key = newSecret('lmk');
    const row = { ...this.newRow(actor, name, key), key_hash: hashSecret(key) };
    await inOrganization(this.db, actor, (tx) => repo.insertEndpoint(tx, row));
    return {
      ...presentSecret({ ...row, created_by: actor.name, last_used_at: null }),
      url: `${this.publicUrl}/intake/marketplace/${key}`,
    };
  }

  /** @throws AppError not-found */
  async revokeEndpoint(actor: PersonActor, endpointId: string): Promise<void> {
    requirePermission(actor, 'manageIntake');
    await this.revoke(actor, 'intake_endpoint', endpointId);
  }

  /** Who read or changed what, newest first. @throws AppError invalid-cursor */
  async log(actor: PersonActor, cursor: string | undefined, limit: number): Promise<AccessLogPage> {
    requirePermission(actor, 'manageAccess');
    if (cursor !== undefined && !uuid.test(cursor)) {
      throw new AppError(
        'invalid-cursor',
        'The cursor does not belong to this list. Start again without a cursor.',
      );
    }
    const rows = await inOrganization(this.db, actor, (tx) =>
      listAccess(tx, actor.organizationId, cursor, limit),
    );
    const items = rows.slice(0, limit).map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actor_name,
      action: row.action,
      leadIds: row.lead_ids,
      detail: row.detail,
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private newRow(actor: PersonActor, name: string, secret: string): repo.NewSecretRow {
    return {
      organization_id: actor.organizationId,
      id: newId(),
      name,
      hint: secret.slice(-hintLength),
      created_by: actor.personId,
      created_at: this.clock.now(),
    };
  }

  private async revoke(
    actor: PersonActor,
    table: 'api_token' | 'intake_endpoint',
    secretId: string,
  ): Promise<void> {
    const now = this.clock.now();
    const done = await inOrganization(this.db, actor, (tx) =>
      repo.revoke(tx, table, actor.organizationId, secretId, now),
    );
    if (!done) throw notFound('There is none with this id, or it was revoked already.');
  }
}

/** Returned mail is a matter of the mail server, which is the operator's. */
function refuseForeignScopes({ organizationKind }: PersonActor, scopes: readonly ApiTokenScope[]): void {
  const index = scopes.indexOf('mails:bounces');
  if (index >= 0 && organizationKind !== 'operator')
    throw wrongValue(`body.scopes[${index}]`, 'own-scope', 'is for tokens of the operator only');
}

interface SecretRow {
  id: string;
  name: string;
  hint: string;
  created_at: Date;
  created_by: string | null;
  last_used_at: Date | null;
}

function presentSecret(row: SecretRow): IntakeEndpointInfo {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
