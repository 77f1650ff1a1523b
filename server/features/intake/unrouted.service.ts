import { sql } from 'kysely';
import { z } from 'zod';
import { type IntakeReceipt, intakeReceipt } from '../../../contract/intake.ts';
import { type RoutingRequest, routingRequest } from '../../../contract/operator.ts';
import { id } from '../../../contract/text.ts';
import type { Clock } from '../../platform/clock.ts';
import { becomeTenant, type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { notFound, wrongValue } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { enqueueJob } from '../../platform/jobs/jobs.ts';
import { findOrganization, listLocations } from '../directory/index.ts';
import { type Actor, actorOf, hasRole, notAllowed } from '../identity/index.ts';
import { insertEvent, recordAccess } from '../leads/index.ts';

/** The operator's queue of leads that nobody could route (IN-4, RT-1). */
export class UnroutedLeads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands an unrouted lead over to a partner: from then on it is the partner's, with its id, its time of receipt
   * and its history, and no longer the operator's.
   * @throws AppError not-allowed, not-found, invalid-request
   */
  async send(
    actor: Actor,
    leadId: string,
    { organizationId, locationId }: RoutingRequest,
  ): Promise<IntakeReceipt> {
    if (actor.organizationKind !== 'operator' || !hasRole(actor, 'operator-admin'))
      throw notAllowed(['operator-admin'], actor);
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const lead = await takeOut(tx, actor.organizationId, leadId);
      if (!lead) throw notFound('There is no unrouted lead with this id.');
      const partner = await findOrganization(tx, organizationId);
      if (partner?.kind !== 'partner')
        throw wrongValue('body.organizationId', 'known-partner', 'is no partner of this installation');
      await recordAccess(tx, actor, {
        action: 'lead.change',
        leadIds: [leadId],
        detail: `sent to ${partner.name}`,
        at: now,
      });
      await becomeTenant(tx, { organizationId });
      const locations = await listLocations(tx, organizationId);
      const location = locations.find((one) =>
        locationId === undefined ? one.is_default : one.id === locationId,
      );
      if (locationId !== undefined && !location)
        throw wrongValue('body.locationId', 'known-location', 'is no location of this partner');
      const reason = `${actor.name} of ${actor.organizationName} sent it here. Before: ${lead.reason}`;
      const version = await putIn(tx, lead, {
        organizationId,
        locationId: location?.id ?? null,
        reason,
        now: now.toISOString(),
      });
      await insertEvent(tx, {
        organizationId,
        leadId,
        type: 'lead.routed',
        at: now,
        actor: operatorVoice(actor),
        note: reason,
        version,
      });
      // The customer may have asked this partner before: linked leads belong to one organization.
      await enqueueJob(tx, 'lead.link-repeat', { organizationId, leadIds: [leadId] });
      // What was found out about the contact stayed behind with the operator.
      await enqueueJob(tx, 'lead.check-contact', { organizationId, leadIds: [leadId] });
      await enqueueJob(tx, 'lead.tell-arrival', { organizationId, leadIds: [leadId] });
      return { leadId, created: true, receivedAt: lead.receivedAt, routed: true };
    });
  }
}

/** The partner's timeline names the operator's person, without reaching into the operator's organization. */
function operatorVoice(actor: Actor) {
  return { kind: 'system' as const, personId: null, name: `${actor.name} (${actor.organizationName})` };
}

interface TakenLead {
  readonly row: string;
  readonly events: string;
  readonly reason: string;
  readonly receivedAt: string;
}

/** Takes the lead and its history out of the operator's organization, as JSON. */
async function takeOut(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<TakenLead | undefined> {
  const { rows } = await sql<{ row: string; events: string; reason: string; received_at: Date }>`
    select to_jsonb(l)::text as row, l.routing_reason as reason, l.received_at,
           (select coalesce(jsonb_agg(to_jsonb(e) - 'transaction_id' order by e.at, e.id), '[]')::text
            from lead_event e where e.organization_id = l.organization_id and e.lead_id = l.id) as events
    from lead l where l.organization_id = ${organizationId} and l.id = ${leadId} and l.status is distinct from 'ClosedAsError'
    for update`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  await tx
    .deleteFrom('lead')
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .execute();
  return {
    row: found.row,
    events: found.events,
    reason: found.reason,
    receivedAt: found.received_at.toISOString(),
  };
}

interface Destination {
  readonly organizationId: string;
  readonly locationId: string | null;
  readonly reason: string;
  readonly now: string;
}

/** The partner has as long to answer as if the lead had come to it at once: waiting with the operator does not count. */
function renewed(lead: { received_at: string; expires_at: string | null }, now: string): string | null {
  if (lead.expires_at === null) return null;
  const period = Date.parse(lead.expires_at) - Date.parse(lead.received_at);
  return new Date(Date.parse(now) + period).toISOString();
}

/** Puts it into the partner's organization, with its history. @returns its new version */
async function putIn(tx: Transaction, lead: TakenLead, to: Destination): Promise<number> {
  const parsed = JSON.parse(lead.row) as { version: number; received_at: string; expires_at: string | null };
  const version = parsed.version + 1;
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' and table_name = 'lead' and is_generated = 'NEVER'`.execute(
    tx,
  );
  const columns = sql.raw(rows[0]?.columns ?? '');
  const changed = JSON.stringify({
    ...parsed,
    organization_id: to.organizationId,
    location_id: to.locationId,
    offer_id: null,
    repeat_of_lead_id: null,
    routing_reason: to.reason,
    expires_at: renewed(parsed, to.now),
    updated_at: to.now,
    version,
  });
  await sql`insert into lead (${columns}) select ${columns} from jsonb_populate_record(null::lead, ${changed}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, changes, note, version)
    select ${to.organizationId}::uuid, e.id, e.lead_id, e.type, e.at, e.actor_kind, e.actor_person_id, e.actor_name, e.changes, e.note, e.version
    from jsonb_populate_recordset(null::lead_event, ${lead.events}::jsonb) e`.execute(tx);
  return version;
}

/** For operator admins. */
export function registerUnroutedRoutes(app: App, unrouted: UnroutedLeads): void {
  app.post(
    '/api/v1/leads/:id/routing',
    {
      schema: {
        tags: ['Intake'],
        summary: 'Send an unrouted lead to a partner',
        params: z.object({ id }),
        body: routingRequest,
        response: { 200: intakeReceipt },
      },
    },
    (request) => unrouted.send(actorOf(request), request.params.id, request.body),
  );
}
