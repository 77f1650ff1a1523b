import type { IntakeReceipt } from '../../../../contract/intake/intake.ts';
import type { RoutingAdvice, RoutingRequest } from '../../../../contract/organizations/partners.ts';
import type { Clock } from '../../../platform/clock.ts';
import { becomeTenant, type Db, inOrganization } from '../../../platform/database/database.ts';
import { type AppError, notFound } from '../../../platform/errors.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { findLead, type LeadChanges, leadScopeOf } from '../../leads/index.ts';
import {
  findOrganization,
  foreignLocation,
  listLocations,
  noPartner,
  type OrganizationsService,
} from '../../organizations/index.ts';
import { suggestForUnrouted } from '../routing/suggest-partners.rules.ts';
import { sentence } from './catalogue.ts';

/** The operator's queue of unrouted leads (IN-4, RT-1). */
export class UnroutedLeads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
    private readonly organizations: OrganizationsService,
  ) {}

  /** Why the lead could not be routed, and whom it may be meant for. @throws AppError not-allowed, not-found */
  async advise(actor: Actor, leadId: string): Promise<RoutingAdvice> {
    requirePermission(actor, 'routeLeads');
    const scope = leadScopeOf(actor, this.clock.now());
    const lead = await inOrganization(this.db, actor, (tx) => findLead(tx, scope, leadId));
    if (!lead) throw unroutedNotFound();
    const facts = { offerName: lead.offer_name, country: lead.country };
    return {
      reason: lead.routing_reason,
      suggestions: suggestForUnrouted(facts, await this.organizations.partners(actor)),
    };
  }

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
    requirePermission(actor, 'routeLeads');
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const seen = await findLead(tx, scope, leadId);
      const lead = seen && (await this.changes.takeOut(tx, actor.organizationId, leadId));
      if (!lead) throw unroutedNotFound();
      const partner = await findOrganization(tx, organizationId);
      if (partner?.kind !== 'partner') throw noPartner();
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
      if (locationId !== undefined && !location) throw foreignLocation();
      const reason = `${actor.name} of ${actor.organizationName} sent it here. Before: ${lead.reason}`;
      const to = { organizationId, locationId: location?.id ?? null, reason, now };
      await this.changes.putIn(tx, lead, to, operatorVoice(actor));
      return { leadId, created: true, receivedAt: lead.receivedAt, routed: true };
    });
  }
}

/** The same error whether it does not exist, is a partner's by now, or is not for the actor to see (ID-2, ID-3). */
function unroutedNotFound(): AppError {
  return notFound(sentence('gone'));
}

/** The partner's timeline names the operator's person, without reaching into the operator's organization. */
function operatorVoice(actor: Actor) {
  return { kind: 'system' as const, personId: null, name: `${actor.name} (${actor.organizationName})` };
}
