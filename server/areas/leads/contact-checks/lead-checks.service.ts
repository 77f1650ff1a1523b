import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import type { DeclineReason } from '../../../../contract/leads/lists.ts';
import type { MailDomains } from '../../../engines/contact-verifier/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { recordAccess, recordRead } from '../../audit/index.ts';
import { type Actor, type PersonActor, requirePermission } from '../../identity/index.ts';
import type { LeadChanges } from '../change/change-lead.ts';
import { lockLeads } from '../change/change-leads.repo.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { factsOf, type LeadColumnsRow } from '../lead/lead-row.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { findLead } from '../lead/leads.repo.ts';
import { contactWithheld } from '../lead/leads.rules.ts';
import { sentence } from './catalogue.ts';
import { checkContact } from './contact-checks.jobs.ts';
import { allowedCheckActions } from './contact-checks.policy.ts';
import { type CheckedContact, presentChecks } from './contact-checks.presenter.ts';
import * as repo from './contact-checks.repo.ts';
import * as marks from './contact-marks.repo.ts';
import { orderApply } from './contact-marks.service.ts';
import { markableAddress } from './marked-address.ts';

interface Situation {
  readonly tx: Transaction;
  readonly row: LeadColumnsRow;
  readonly now: Date;
}

/** What people see of a lead's checks, and what they may do about them (CV-3, CV-6). */
export class LeadChecksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
    private readonly mailDomains: MailDomains,
  ) {}

  /** @throws AppError not-found, not-allowed */
  get(actor: Actor, leadId: string): Promise<LeadContactChecks> {
    return this.at(actor, leadId, async (situation) => this.show(situation, actor));
  }

  /** Requests new checks. @throws AppError not-found, not-allowed, action-not-possible */
  recheck(actor: Actor, leadId: string): Promise<LeadContactChecks> {
    return this.at(actor, leadId, async (situation) => {
      const { tx, row } = situation;
      requirePermission(actor, 'recheckContacts');
      requirePossible(situation, actor, 'recheck');
      await repo.markPending(tx, actor.organizationId, row.id);
      const order = { organizationId: actor.organizationId, leadIds: [row.id] };
      await checkContact.enqueue(tx, order, { key: `check-contact ${row.id}` });
      const detail = 'asked for a new check of the contact';
      const at = situation.now;
      await recordAccess(tx, actor, { action: 'lead.change', leadIds: [row.id], detail, at });
      return this.show(situation, actor);
    });
  }

  /** Reports the lead as spam; repeating it changes nothing. @throws as {@link recheck} */
  report(actor: PersonActor, leadId: string): Promise<LeadContactChecks> {
    return this.at(actor, leadId, async (situation) => {
      requirePermission(actor, 'reportSpam');
      requirePossible(situation, actor, 'report-spam');
      await this.reportAll(situation.tx, actor, leadScopeOf(actor, situation.now), [leadId]);
      return this.show(situation, actor);
    });
  }

  /**
   * Reports leads as spam in the caller's transaction, as far as that is possible.
   * @returns what became of each lead that the scope may see, by its id
   */
  async reportAll(
    tx: Transaction,
    actor: PersonActor,
    scope: LeadScope,
    leadIds: readonly string[],
  ): Promise<Map<string, 'reported' | 'reported-before' | 'not-possible'>> {
    const outcomes = new Map<string, 'reported' | 'reported-before' | 'not-possible'>();
    const rows = await lockLeads(tx, scope, leadIds);
    // Reports of a domain are counted one after another: always in this order, so that no two batches wait for each other.
    for (const row of rows.toSorted(compareDomains)) {
      const situation = { tx, row, now: scope.now };
      const possible = isPossible(situation, actor, 'report-spam');
      if (!possible) outcomes.set(row.id, 'not-possible');
      else outcomes.set(row.id, (await this.addReport(situation, actor)) ? 'reported' : 'reported-before');
    }
    return outcomes;
  }

  /**
   * Reports those of these leads that were declined as spam, as {@link reportAll}. It takes a person who may report:
   * a program declines, and reports nothing (CV-6).
   */
  async reportDeclined(
    tx: Transaction,
    actor: Actor,
    scope: LeadScope,
    { leadIds, reason }: { readonly leadIds: readonly string[]; readonly reason: DeclineReason },
  ): Promise<void> {
    if (reason === 'SpamOrAbuse' && actor.kind === 'person') await this.reportAll(tx, actor, scope, leadIds);
  }

  /** @returns false when the lead had already been reported */
  private async addReport(situation: Situation, actor: PersonActor): Promise<boolean> {
    const { tx, row, now } = situation;
    const typed = markableAddress(row.contact_email);
    const address = typed?.address ?? null;
    // The operator may have installed a newer list since.
    this.mailDomains.reload();
    // One mailbox of a public service says nothing about its neighbors.
    const domain = typed && this.mailDomains.kindOf(typed.domain) === null ? typed.domain : null;
    const reported = await marks.addReport(tx, {
      organization_id: actor.organizationId,
      lead_id: row.id,
      address,
      domain,
      reported_at: now,
      reporter_id: actor.personId,
      reporter_name: actor.name,
    });
    if (reported) await this.settle(situation, actor, { address, domain }, 'lead.reported-as-spam');
    return reported;
  }

  /** Withdraws a report; without one nothing changes. @throws AppError not-found, not-allowed */
  withdraw(actor: PersonActor, leadId: string): Promise<LeadContactChecks> {
    return this.at(actor, leadId, async (situation) => {
      requirePermission(actor, 'reportSpam');
      const { tx, row } = situation;
      const report = await marks.removeReport(tx, actor.organizationId, row.id);
      if (report) await this.settle(situation, actor, report, 'lead.spam-report-withdrawn');
      return this.show(situation, actor);
    });
  }

  /** Counts the reports again, checks again what they are about, and adds to the timeline. */
  private async settle(
    { tx, row, now }: Situation,
    actor: PersonActor,
    about: { address: string | null; domain: string | null },
    type: 'lead.reported-as-spam' | 'lead.spam-report-withdrawn',
  ): Promise<void> {
    const { organizationId } = actor;
    const changed = await marks.settleReports(tx, about, [newId(), newId()], now);
    for (const mark of changed) await orderApply(tx, mark);
    // The organization's own word counts for its own leads immediately, earlier ones included.
    if (about.address !== null) {
      const mark = { kind: 'address', value: about.address, organizationId } as const;
      await orderApply(tx, mark);
      await repo.markPending(tx, organizationId, row.id);
    }
    await this.changes.note(tx, [
      { organizationId, leadId: row.id, type, at: now, actor, version: row.version },
    ]);
    await recordAccess(tx, actor, { action: 'lead.change', leadIds: [row.id], detail: type, at: now });
  }

  private async show({ tx, row, now }: Situation, actor: Actor): Promise<LeadContactChecks> {
    const contact = checkedContact({ row, now });
    const checks = await repo.getChecks(tx, actor.organizationId, row.id);
    if (contact.withheld === null && checks.checks.length > 0)
      await recordRead(tx, actor, { action: 'lead.read', leadIds: [row.id], at: now });
    const allowed = allowedCheckActions(actor, ruleFacts(contact, checks.reported_at !== null));
    return presentChecks(contact, checks, allowed, actor.language);
  }

  private at<T>(actor: Actor, leadId: string, work: (situation: Situation) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const row = await findLead(tx, scope, leadId);
      if (!row) throw leadNotFound();
      return work({ tx, row, now });
    });
  }
}

function checkedContact({ row, now }: Pick<Situation, 'row' | 'now'>): CheckedContact {
  return {
    withheld: contactWithheld(factsOf(row), now),
    email: row.contact_email,
    hasPhone: row.contact_phone !== null,
    emailValidity: row.email_validity,
    phoneValidity: row.phone_validity,
    isTest: row.is_test,
  };
}

function ruleFacts(contact: CheckedContact, reported: boolean) {
  return {
    withheld: contact.withheld !== null,
    hasContact: contact.email !== null || contact.hasPhone,
    hasEmail: contact.email !== null,
    reported,
    isTest: contact.isTest,
  };
}

function isPossible(situation: Situation, actor: Actor, action: 'recheck' | 'report-spam'): boolean {
  const facts = ruleFacts(checkedContact(situation), false);
  return allowedCheckActions(actor, facts).includes(action);
}

/** The order of what reports are counted by: the domain, or the address where the domain says nothing. */
function compareDomains(one: LeadColumnsRow, other: LeadColumnsRow): number {
  const [a, b] = [one, other].map(({ contact_email }) => {
    const typed = markableAddress(contact_email);
    return `${typed?.domain ?? ''} ${typed?.address ?? ''}`;
  });
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

function requirePossible(situation: Situation, actor: Actor, action: 'recheck' | 'report-spam'): void {
  if (isPossible(situation, actor, action)) return;
  throw new AppError('action-not-possible', sentence('nothingToCheck'));
}
