import type { IntakeReceipt } from '../../../../contract/intake/intake.ts';
import type { ReroutingRequest } from '../../../../contract/partners/partner-leads.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  becomeTenant,
  type Db,
  inOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { AppError, wrongValue } from '../../../platform/errors.ts';
import { recordAccess } from '../../audit/index.ts';
import { type PersonActor, requirePermission } from '../../identity/index.ts';
import type { IntakeService } from '../../intake/index.ts';
import { factsOf, leadsReceived } from '../../leads/index.ts';
import { findOrganization, foreignLocation, listLocations, noPartner } from '../../organizations/index.ts';
import { notRerouted, sentence } from './catalogue.ts';
import * as repo from './partner-leads.repo.ts';
import { partnerLeadNotFound } from './partner-leads.service.ts';
import { recordPartnerReads } from './partner-reads.ts';
import { reroutingStanding } from './rerouting.rules.ts';
import { findLeadToSendOn } from './sent-on-lead.repo.ts';
import { sentOnLead } from './sent-on-lead.rules.ts';

/** Sends on leads that the operator's own people sent and a partner let expire (LC-4). */
export class Rerouting {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly intake: IntakeService,
  ) {}

  /**
   * Makes the expired lead a new one for another partner, once. Writes nothing to the first lead: its partner must not
   * learn of it.
   * @throws AppError not-allowed, not-found, action-not-possible, invalid-request
   */
  async send(actor: PersonActor, leadId: string, request: ReroutingRequest): Promise<IntakeReceipt> {
    requirePermission(actor, 'seePartnerLeads');
    const now = this.clock.now();
    const newLeadId = await inOrganization(this.db, actor, async (tx) => {
      const lead = await repo.unscopedFindPartnerLead(tx, leadId, now);
      if (!lead) throw partnerLeadNotFound();
      await this.requirePossible(tx, actor, lead, now);
      const partner = await findOrganization(tx, request.organizationId);
      if (partner?.kind !== 'partner') throw noPartner();
      if (partner.id === lead.organization_id)
        throw wrongValue('body.organizationId', 'other-partner', sentence('samePartner'));
      const locationId = await findLocation(tx, request);
      const seen = { at: now, withContact: false };
      await recordPartnerReads(tx, actor, 'operator.read', [lead], seen, recordAccess);
      const content = await findLeadToSendOn(tx, lead);
      const place = { organizationId: partner.id, locationId };
      const created = await this.intake.receiveIn(tx, sentOnLead(content, place, actor));
      await becomeTenant(tx, actor);
      await this.keep(tx, actor, lead, { ...partner, leadId: created });
      return created;
    });
    leadsReceived.inc({ door: 'api' });
    return { leadId: newLeadId, created: true, receivedAt: now.toISOString(), routed: true };
  }

  private async requirePossible(
    tx: Transaction,
    actor: PersonActor,
    lead: repo.PartnerLeadRow,
    now: Date,
  ): Promise<void> {
    const isRerouted = (await repo.findRerouting(tx, actor.organizationId, lead)) !== undefined;
    const facts = { isOwn: lead.is_own, contactAllowed: lead.contact_allowed, isRerouted };
    const standing = reroutingStanding({ ...factsOf(lead), ...facts }, now);
    if (standing !== 'possible') throw new AppError('action-not-possible', notRerouted(standing));
  }

  /** Of two concurrent calls the second finds that it is done, and everything it did is rolled back. */
  private async keep(
    tx: Transaction,
    actor: PersonActor,
    lead: repo.PartnerLeadRow,
    to: { readonly id: string; readonly name: string; readonly leadId: string },
  ): Promise<void> {
    const at = this.clock.now();
    const isFirst = await repo.insertRerouting(tx, {
      organization_id: actor.organizationId,
      lead_organization_id: lead.organization_id,
      lead_id: lead.id,
      new_organization_id: to.id,
      new_lead_id: to.leadId,
      at,
      by_person_id: actor.personId,
      by_name: actor.name,
    });
    if (!isFirst) throw new AppError('action-not-possible', notRerouted('rerouted'));
    const detail = `sent on from ${lead.organization_name} to ${to.name}`;
    await recordAccess(tx, actor, { action: 'lead.change', leadIds: [lead.id, to.leadId], detail, at });
  }
}

/** The named location, else the default one; afterwards the transaction works for that partner. */
async function findLocation(
  tx: Transaction,
  { organizationId, locationId }: ReroutingRequest,
): Promise<string | null> {
  await becomeTenant(tx, { organizationId });
  const locations = await listLocations(tx, organizationId);
  if (locationId === undefined) return locations.find((one) => one.is_default)?.id ?? null;
  if (locations.some((one) => one.id === locationId)) return locationId;
  throw foreignLocation();
}
