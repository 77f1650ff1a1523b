import {
  type ApiTokenInfo,
  type IntakeEndpointInfo,
  maxSecrets,
} from '../../../../contract/identity/identity.ts';
import type { ApiTokenScope } from '../../../../contract/identity/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../../../platform/ids.ts';
import { type AccessEntry, recordAccess } from '../../audit/index.ts';
import type { PersonActor } from '../actor.ts';
import { type IdPage, type IdPageQuery, idPageOf, readIdPage } from '../id-pages.ts';
import { requirePermission } from '../identity.policy.ts';
import { recallRequest } from '../request-receipts.repo.ts';
import { sentence } from './catalogue.ts';
import * as repo from './credentials.repo.ts';

const hintLength = 4;

/** What programs authenticate with: API tokens and marketplace endpoints of an organization (ID-5). */
export class CredentialsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /** @throws AppError invalid-cursor */
  async listTokens(actor: PersonActor, query: IdPageQuery): Promise<IdPage<ApiTokenInfo>> {
    requirePermission(actor, 'manageAccess');
    const page = readIdPage(query);
    const rows = await inOrganization(this.db, actor, (tx) =>
      repo.listApiTokens(tx, actor.organizationId, page),
    );
    return idPageOf(rows, page.limit, ({ scopes, ...row }) => ({ ...presentSecret(row), scopes }));
  }

  /**
   * @returns the token in plain text, this once: only its hash is stored. Without it, when the same request created the
   * token before
   * @throws AppError idempotency-key-reused; not-found when that token has been revoked since
   */
  async createToken(
    actor: PersonActor,
    body: { readonly name: string; readonly scopes: ApiTokenScope[] },
    idempotencyKey: string | undefined,
  ): Promise<{ made: ApiTokenInfo; token?: string }> {
    requirePermission(actor, 'manageAccess');
    refuseForeignScopes(actor, body.scopes);
    const token = newSecret('llt');
    const row = {
      ...this.newRow(actor, body.name, token),
      token_hash: hashSecret(token),
      scopes: [...new Set(body.scopes)],
    };
    return inOrganization(this.db, actor, async (tx) => {
      const made = { door: 'api-token', idempotencyKey, body, newId: row.id, at: row.created_at } as const;
      const knownId = await recallRequest(tx, actor, made);
      if (knownId !== undefined) {
        const { scopes, ...known } = standing(await repo.findApiToken(tx, actor.organizationId, knownId));
        return { made: { ...presentSecret(known), scopes } };
      }
      await requireRoom(tx, 'api_token', actor);
      await repo.insertApiToken(tx, row);
      const detail = `“${row.name}” (…${row.hint}): ${row.scopes.join(', ')}`;
      const facts = { tokenId: row.id, scopes: row.scopes };
      await this.record(tx, actor, { action: 'token.create', detail, facts });
      const shown = presentSecret({ ...row, created_by: actor.name, last_used_at: null });
      return { made: { ...shown, scopes: row.scopes }, token };
    });
  }

  /** @throws AppError not-found */
  async revokeToken(actor: PersonActor, tokenId: string): Promise<void> {
    requirePermission(actor, 'manageAccess');
    await this.revoke(actor, 'api_token', tokenId, 'token.revoke');
  }

  /** @throws AppError invalid-cursor */
  async listEndpoints(actor: PersonActor, query: IdPageQuery): Promise<IdPage<IntakeEndpointInfo>> {
    requirePermission(actor, 'manageIntake');
    const page = readIdPage(query);
    const rows = await inOrganization(this.db, actor, (tx) =>
      repo.listEndpoints(tx, actor.organizationId, page),
    );
    return idPageOf(rows, page.limit, presentSecret);
  }

  /**
   * @returns the address in plain text, this once: only the hash of its key is stored. Without it, when the same
   * request created it before
   * @throws AppError as {@link createToken}
   */
  async createEndpoint(
    actor: PersonActor,
    body: { readonly name: string },
    idempotencyKey: string | undefined,
  ): Promise<{ made: IntakeEndpointInfo; url?: string }> {
    requirePermission(actor, 'manageIntake');
    const key = newSecret('lmk');
    const row = { ...this.newRow(actor, body.name, key), key_hash: hashSecret(key) };
    return inOrganization(this.db, actor, async (tx) => {
      const made = {
        door: 'intake-endpoint',
        idempotencyKey,
        body,
        newId: row.id,
        at: row.created_at,
      } as const;
      const knownId = await recallRequest(tx, actor, made);
      if (knownId !== undefined)
        return { made: presentSecret(standing(await repo.findEndpoint(tx, actor.organizationId, knownId))) };
      await requireRoom(tx, 'intake_endpoint', actor);
      await repo.insertEndpoint(tx, row);
      const detail = `“${row.name}” (…${row.hint})`;
      await this.record(tx, actor, { action: 'endpoint.create', detail, facts: { endpointId: row.id } });
      return {
        made: presentSecret({ ...row, created_by: actor.name, last_used_at: null }),
        url: `${this.publicUrl}/intake/marketplace/${key}`,
      };
    });
  }

  /** @throws AppError not-found */
  async revokeEndpoint(actor: PersonActor, endpointId: string): Promise<void> {
    requirePermission(actor, 'manageIntake');
    await this.revoke(actor, 'intake_endpoint', endpointId, 'endpoint.revoke');
  }

  private record(
    tx: Transaction,
    actor: PersonActor,
    entry: Pick<AccessEntry, 'action' | 'detail' | 'facts'>,
  ): Promise<void> {
    return recordAccess(tx, actor, { ...entry, leadIds: [], at: this.clock.now() });
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
    action: 'token.revoke' | 'endpoint.revoke',
  ): Promise<void> {
    const now = this.clock.now();
    await inOrganization(this.db, actor, async (tx) => {
      const ended = await repo.revoke(tx, table, actor.organizationId, secretId, now);
      if (!ended) throw notFound(sentence('gone'));
      const facts = table === 'api_token' ? { tokenId: secretId } : { endpointId: secretId };
      await this.record(tx, actor, { action, detail: `“${ended.name}” (…${ended.hint})`, facts });
    });
  }
}

/** What the same request created before. @throws AppError not-found when it has been revoked since */
function standing<Row>(row: Row | undefined): Row {
  if (row !== undefined) return row;
  throw notFound(sentence('revokedSince'));
}

/** An organization has a few dozen programs; more is a mistake, or someone who creates them without end. */
async function requireRoom(
  tx: Transaction,
  table: 'api_token' | 'intake_endpoint',
  { organizationId }: PersonActor,
): Promise<void> {
  if ((await repo.countForNew(tx, table, organizationId)) < maxSecrets) return;
  throw new AppError('limit-reached', sentence('limit', { most: maxSecrets }));
}

/** Only the operator has the mail server, so only its programs report returned mail. */
function refuseForeignScopes({ organizationKind }: PersonActor, scopes: readonly ApiTokenScope[]): void {
  const index = scopes.indexOf('mails:bounces');
  if (index >= 0 && organizationKind !== 'operator')
    throw wrongValue(`body.scopes[${index}]`, 'own-scope', sentence('operatorScope'));
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
