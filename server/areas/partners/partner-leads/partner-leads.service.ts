import type {
  PartnerLead,
  PartnerLeadPage,
  PartnerLeadQuery,
} from '../../../../contract/partners/partner-leads.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  becomeTenant,
  type Db,
  inOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { type AppError, notFound } from '../../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../../platform/time-cursor.ts';
import { type PersonActor, requirePermission } from '../../identity/index.ts';
import { listCustomerOutcomes } from '../../messages/index.ts';
import { findRequestStanding } from '../customer-requests/request-standing.ts';
import { sentence } from './catalogue.ts';
import { presentPartnerLead, presentPartnerLeadSummary } from './partner-leads.presenter.ts';
import * as repo from './partner-leads.repo.ts';
import { recordPartnerReads } from './partner-reads.ts';

/** The operator's view of its partners' leads: read only, and every read is in the partner's access log (ID-7). */
export class PartnerLeads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed, invalid-cursor */
  async list(actor: PersonActor, query: PartnerLeadQuery): Promise<PartnerLeadPage> {
    requirePermission(actor, 'seePartnerLeads');
    const after = readTimeCursor(query.cursor);
    const now = this.clock.now();
    const { partnerId, status: states, limit } = query;
    const filters = { partnerId, states, onlyHot: query.hot === 'true' };
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.unscopedListPartnerLeads(tx, filters, { after, maximum: limit + 1, now });
      const page = rows.slice(0, limit);
      await recordPartnerReads(tx, actor, 'operator.list', page, { at: now, withContact: false });
      const last = page.at(-1);
      const more = rows.length > limit && last !== undefined;
      return {
        items: page.map((row) => presentPartnerLeadSummary(row, now)),
        nextCursor: more ? writeTimeCursor([last.received_at.toISOString(), last.id]) : null,
      };
    });
  }

  /** @throws AppError not-allowed, not-found */
  async get(actor: PersonActor, leadId: string): Promise<PartnerLead> {
    requirePermission(actor, 'seePartnerLeads');
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.unscopedFindPartnerLead(tx, leadId, now);
      if (!row) throw partnerLeadNotFound();
      const shown = await repo.unscopedFindPartnerLeadContact(tx, row, now);
      const events = await repo.unscopedListPartnerLeadEvents(tx, row);
      const rerouted = await repo.findRerouting(tx, actor.organizationId, row);
      const request = await findRequestStanding(tx, actor.organizationId, row);
      const told = await findTold(tx, row);
      const lead = presentPartnerLead(row, { shown, events, request, told, rerouted }, now);
      const withContact = lead.contact !== null;
      await recordPartnerReads(tx, actor, 'operator.read', [row], { at: now, withContact });
      return lead;
    });
  }
}

/** Whether the customer was told that the lead expired; afterwards the transaction works for the partner. */
async function findTold(tx: Transaction, { organization_id, id }: repo.PartnerLeadRow) {
  await becomeTenant(tx, { organizationId: organization_id });
  return (await listCustomerOutcomes(tx, organization_id, [id])).get(id);
}

/** The same error for leads that do not exist, are the operator's own, or are past their retention (ID-3). */
export function partnerLeadNotFound(): AppError {
  return notFound(sentence('notFound'));
}
