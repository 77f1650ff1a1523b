import { randomUUID } from 'node:crypto';
import type { SharingHindrance } from '../../../../contract/leads/lists.ts';
import type { LeadsToShare, SharingRules, SharingRulesChange } from '../../../../contract/leads/sharing.ts';
import { sortByName } from '../../../../contract/name-order.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { requireRevision } from '../../../platform/http/if-match.ts';
import { recordAccess } from '../../audit/index.ts';
import {
  leadOverseers,
  listLocationNames,
  listPersonNames,
  listWorkplaces,
  type PersonActor,
  requirePermission,
} from '../../identity/index.ts';
import { listOffers } from '../../organizations/index.ts';
import { findAbsences, findWorkingDay } from '../../working-time/index.ts';
import { customerShown, recordContactsInPlace } from '../lead/shown-customer.ts';
import { refuseStranger } from '../strangers.ts';
import { sentence } from './catalogue.ts';
import { findEscalation } from './escalation.repo.ts';
import { weekOf } from './share-out.service.ts';
import { shareOutWaitingOf } from './sharing.jobs.ts';
import * as repo from './sharing.repo.ts';

const mostListed = 100;

/** The rules by which an organization gives new leads to its people (WT-1). */
export class SharingRulesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed */
  async get(actor: PersonActor): Promise<SharingRules> {
    requirePermission(actor, 'shareLeads');
    return inOrganization(this.db, actor, (tx) => this.read(tx, actor.organizationId));
  }

  /**
   * Puts rules in place of those before them. Leads that wait are tried again at once.
   * @throws AppError not-allowed, settings-changed, invalid-request naming a person who works no leads
   */
  async set(
    actor: PersonActor,
    { rules, escalation }: SharingRulesChange,
    ifMatch: string | undefined,
  ): Promise<SharingRules> {
    requirePermission(actor, 'shareLeads');
    const { organizationId } = actor;
    return inOrganization(this.db, actor, async (tx) => {
      await repo.lockSharing(tx, organizationId);
      const before = await this.read(tx, organizationId);
      requireRevision(ifMatch, before.revision === 'none' ? null : before.revision, before);
      await requireWorkers(tx, organizationId, rules, before);
      const at = this.clock.now();
      if (escalation) await requireOverseer(tx, organizationId, escalation.personId);
      const head = {
        updated_at: at,
        updated_by: actor.name,
        revision: randomUUID(),
        ...(await escalationColumns(tx, organizationId, escalation, at)),
      };
      await repo.replaceRules(tx, organizationId, { rules, head });
      await recordAccess(tx, actor, {
        action: 'settings.change',
        leadIds: [],
        detail: `rules for sharing leads: ${rules.length}`,
        at,
      });
      await shareOutWaitingOf.enqueue(tx, { organizationId }, { key: `share-out-waiting ${organizationId}` });
      return this.read(tx, organizationId);
    });
  }

  /** Leads that no rule could give to anybody. @throws AppError not-allowed */
  async listWaiting(actor: PersonActor): Promise<LeadsToShare> {
    requirePermission(actor, 'shareLeads');
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listWaitingLeads(tx, actor.organizationId, mostListed);
      await recordContactsInPlace(tx, actor, rows, now);
      return {
        items: rows.map((row) => ({
          leadId: row.id,
          customerName: customerShown(row, now),
          rule: { id: row.rule_id, name: row.rule_name },
          since: row.since.toISOString(),
          // Checked by the database.
          reason: row.reason as SharingHindrance,
          expiresAt: row.expires_at?.toISOString() ?? null,
        })),
        total: await repo.countLeadsToShare(tx, actor.organizationId),
      };
    });
  }

  private async read(tx: Transaction, organizationId: string): Promise<SharingRules> {
    const head = await repo.findRulesHead(tx, organizationId);
    const day = await findWorkingDay(tx, organizationId, this.clock.now());
    const rules = await repo.listRules(tx, organizationId, weekOf(day));
    const told = head?.escalate_to ?? null;
    const ids = new Set(rules.flatMap(({ people }) => people.map(({ personId }) => personId)));
    if (told !== null) ids.add(told);
    const names = await listPersonNames(tx, [...ids]);
    const workers = new Set((await listWorkplaces(tx, organizationId)).map(({ personId }) => personId));
    const absences = await findAbsences(tx, organizationId, day);
    const waiting = new Map((await repo.countWaiting(tx, organizationId)).map((one) => [one.rule_id, one]));
    return {
      rules: rules.map(({ people, ...rule }) => ({
        ...rule,
        locationIds: [...rule.locationIds],
        countries: [...rule.countries],
        offers: [...rule.offers],
        people: people.map(({ personId, perWeek, givenThisWeek }) => ({
          id: personId,
          name: names.get(personId) ?? '',
          perWeek,
          givenThisWeek,
          worksLeads: workers.has(personId),
          absence: absences.get(personId) ?? null,
        })),
        waiting: waiting.get(rule.id)?.count ?? 0,
        waitingSince: waiting.get(rule.id)?.since?.toISOString() ?? null,
      })),
      escalation:
        told !== null && head?.escalate_after_hours
          ? { afterHours: head.escalate_after_hours, person: { id: told, name: names.get(told) ?? '' } }
          : null,
      locations: await listLocations(tx),
      offers: (await listOffers(tx, organizationId)).map(({ id, title }) => ({ name: id, title })),
      updatedAt: head?.updated_at.toISOString() ?? null,
      updatedBy: head?.updated_by ?? null,
      revision: head?.revision ?? 'none',
    };
  }
}

async function listLocations(tx: Transaction): Promise<SharingRules['locations']> {
  const names = [...(await listLocationNames(tx))].map(([id, name]) => ({ id, name }));
  return sortByName(names, ({ name }) => name);
}

/** What is kept of an escalation. One that changes starts over: nobody is told of a hundred leads at once. */
async function escalationColumns(
  tx: Transaction,
  organizationId: string,
  wanted: SharingRulesChange['escalation'],
  at: Date,
) {
  const kept = await findEscalation(tx, organizationId);
  const isSame = kept?.personId === wanted?.personId && kept?.afterHours === wanted?.afterHours;
  return {
    escalate_to: wanted?.personId ?? null,
    escalate_after_hours: wanted?.afterHours ?? null,
    escalate_since: wanted ? ((isSame ? kept?.since : undefined) ?? at) : null,
  };
}

/** Whoever is told sees every lead. @throws AppError invalid-request */
async function requireOverseer(tx: Transaction, organizationId: string, personId: string): Promise<void> {
  const places = await listWorkplaces(tx, organizationId, leadOverseers);
  if (places.some((place) => place.personId === personId && place.locationId === null)) return;
  await refuseStranger(tx, 'body.escalation.personId', personId, {
    unknown: sentence('stranger'),
    known: (name) => sentence('seesNotAll', { name }),
  });
}

/** Whoever left since they were in a rule may stay in it: it gives them nothing. @throws AppError invalid-request */
async function requireWorkers(
  tx: Transaction,
  organizationId: string,
  rules: SharingRulesChange['rules'],
  before: SharingRules,
): Promise<void> {
  const known = new Set([
    ...(await listWorkplaces(tx, organizationId)).map(({ personId }) => personId),
    ...before.rules.flatMap(({ people }) => people.map(({ id }) => id)),
  ]);
  for (const [place, { people }] of rules.entries()) {
    const stranger = people.findIndex(({ personId }) => !known.has(personId));
    const personId = people[stranger]?.personId;
    if (personId === undefined) continue;
    await refuseStranger(tx, `body.rules[${place}].people[${stranger}].personId`, personId, {
      unknown: sentence('stranger'),
      known: (name) => sentence('worksNoLeads', { name }),
    });
  }
}
