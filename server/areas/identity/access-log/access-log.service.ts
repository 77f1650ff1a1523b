import type { AccessLogPage } from '../../../../contract/identity/identity.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { listAccess } from '../../audit/index.ts';
import type { PersonActor } from '../actor.ts';
import { idPageOf, readIdPage } from '../id-pages.ts';
import { requirePermission } from '../identity.policy.ts';

/** How many leads of an entry are shown with their customer. */
const leadsPerEntry = 20;

/** Finds the customers of leads, which this area does not know, and whether the reader may open the leads. */
export type NameLeads = (
  tx: Transaction,
  reader: PersonActor,
  leadIds: readonly string[],
  now: Date,
) => Promise<ReadonlyMap<string, { readonly customerName: string | null; readonly mayOpen: boolean }>>;

/** Who read or changed what in an organization (ID-7). */
export class AccessLogService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly nameLeads: NameLeads,
  ) {}

  /** One page, newest first. @throws AppError not-allowed, invalid-cursor */
  async list(actor: PersonActor, cursor: string | undefined, limit: number): Promise<AccessLogPage> {
    requirePermission(actor, 'manageAccess');
    const page = readIdPage({ cursor, limit });
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await listAccess(tx, actor.organizationId, page.before, limit);
      const shown = new Set(rows.slice(0, limit).flatMap((row) => row.lead_ids.slice(0, leadsPerEntry)));
      const leads = await this.nameLeads(tx, actor, [...shown], this.clock.now());
      return idPageOf(rows, limit, (row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actor: row.actor_name,
        actorId: row.actor_person_id,
        actorNow: row.actor_name_now === row.actor_name ? null : row.actor_name_now,
        tokenId: row.actor_token_id,
        action: row.action,
        leadIds: row.lead_ids,
        leads: row.lead_ids.slice(0, leadsPerEntry).map((leadId) => ({
          id: leadId,
          customerName: leads.get(leadId)?.customerName ?? null,
          mayOpen: leads.get(leadId)?.mayOpen ?? false,
        })),
        detail: row.detail,
        facts: row.facts as Record<string, unknown> | null,
      }));
    });
  }
}
