import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type {
  QuarantinePage,
  QuarantineQuery,
  SuspectedSubmissionDetails,
} from '../../../../contract/intake/quarantine.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, foreignCursor, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { findOperator } from '../../organizations/index.ts';
import type { IntakeService, ReceivedLead, RequestIdentity } from '../intake.service.ts';
import { sentence } from './catalogue.ts';
import { receiveReleased, removeForm } from './quarantine.jobs.ts';
import { formRemovalAt, undecidedLimit } from './quarantine.policy.ts';
import { presentDetails, presentSubmission, readLead, textOf } from './quarantine.presenter.ts';
import * as repo from './quarantine.repo.ts';
import { isSuspected, textSignals } from './suspicion.rules.ts';
import { numbersOf, wordsOf } from './text-score.rules.ts';
import { judgeText } from './text-verdict.rules.ts';

/** What a public form sent, with what its protection noticed. */
export interface FormSubmission {
  readonly received: ReceivedLead;
  readonly identity: RequestIdentity;
  /** Identifies this rendering of the form with these words. */
  readonly submissionKey: Buffer;
  readonly page: { readonly title: string; readonly path: string };
  readonly signals: readonly FormSignal[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Submissions of public forms that look like spam: kept for the operator, who decides (IN-7). */
export class Quarantine {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly intake: IntakeService,
  ) {}

  /**
   * Takes a submission in as a lead, or keeps it for the operator when it looks like spam. When this returns, it is
   * stored one way or the other; without an operator nobody could decide, so all become leads.
   */
  async receive(submission: FormSubmission): Promise<void> {
    const { received, identity } = submission;
    const operator = await findOperator(this.db);
    const kept =
      operator !== undefined &&
      (await inOrganization(this.db, { organizationId: operator.id }, (tx) =>
        this.keepIfSuspected(tx, operator.id, submission),
      ));
    if (!kept) await this.intake.receive(received, identity);
  }

  private async keepIfSuspected(tx: Transaction, organizationId: string, submission: FormSubmission) {
    const { received, identity, submissionKey, page } = submission;
    const now = this.clock.now();
    const sameWordsSince = new Date(now.getTime() - (identity.rememberedHours ?? 0) * 3_600_000);
    const same = { submissionKey, words: identity.requestHash, sameWordsSince };
    if (await repo.isKept(tx, organizationId, same)) return true;
    const text = textOf(received);
    const numbers = numbersOf(wordsOf(text));
    const { score } = judgeText(text, await repo.readWordCounts(tx, organizationId, numbers));
    const signals = [...submission.signals, ...textSignals(text, score)];
    if (!isSuspected(signals)) return false;
    await repo.insertSubmission(tx, {
      organization_id: organizationId,
      id: newId(),
      state: 'suspected',
      door: received.door === 'profile-page' ? 'profile-page' : 'offer-page',
      partner_id: received.route.organizationId,
      page_title: page.title,
      page_path: page.path,
      signals,
      text_score: score,
      word_numbers: numbers,
      lead: JSON.stringify(received),
      request_key: submissionKey,
      request_hash: identity.requestHash,
      received_at: now,
    });
    return true;
  }

  /** How many wait for a decision. @throws AppError not-allowed */
  async summarize(actor: Actor): Promise<{ suspected: number }> {
    requirePermission(actor, 'decideQuarantine');
    const { organizationId } = actor;
    return {
      suspected: await inOrganization(this.db, actor, (tx) => repo.countSuspected(tx, organizationId)),
    };
  }

  /** Newest first. @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, { state, cursor, limit }: QuarantineQuery): Promise<QuarantinePage> {
    requirePermission(actor, 'decideQuarantine');
    if (cursor !== undefined && !uuid.test(cursor)) {
      throw foreignCursor();
    }
    const { organizationId } = actor;
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listSubmissions(tx, organizationId, { state, before: cursor, limit });
      const items = rows.slice(0, limit).map(presentSubmission);
      const detail = `${items.length} submissions`;
      if (items.length > 0)
        await recordAccess(tx, actor, {
          action: 'quarantine.list',
          leadIds: [],
          detail,
          at: this.clock.now(),
        });
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws AppError not-allowed, not-found */
  async read(actor: Actor, submissionId: string): Promise<SuspectedSubmissionDetails> {
    requirePermission(actor, 'decideQuarantine');
    return inOrganization(this.db, actor, async (tx) => {
      const details = await this.describe(tx, actor.organizationId, submissionId);
      await this.note(tx, actor, 'quarantine.read', submissionId, 'opened');
      return details;
    });
  }

  /**
   * Releases a submission: it becomes a lead as if it had been taken immediately, but the partner's time to answer
   * begins now. The lead is made once, however often this is called.
   * @throws AppError not-allowed, not-found, action-not-possible
   */
  async release(actor: Actor, submissionId: string): Promise<SuspectedSubmissionDetails> {
    await this.decide(actor, submissionId, 'released');
    await this.receiveReleased(actor.organizationId, submissionId);
    return inOrganization(this.db, actor, (tx) => this.describe(tx, actor.organizationId, submissionId));
  }

  /** @throws AppError not-allowed, not-found, action-not-possible */
  async confirmSpam(actor: Actor, submissionId: string): Promise<SuspectedSubmissionDetails> {
    return this.decide(actor, submissionId, 'spam');
  }

  /** Both decisions: one transaction with the counts that the score learns from and the job that follows. */
  private async decide(actor: Actor, submissionId: string, state: 'released' | 'spam') {
    requirePermission(actor, 'decideQuarantine');
    const { organizationId } = actor;
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.lockSubmission(tx, organizationId, submissionId);
      if (!row) throw notFound(sentence('gone'));
      if (row.state !== 'suspected') throw await this.notPossible(tx, actor, submissionId);
      await repo.updateSubmission(tx, organizationId, submissionId, {
        state,
        decided_at: now,
        decided_by_name: actor.name,
      });
      await repo.countWords(tx, organizationId, row.word_numbers, { state, by: 1 });
      const payload = { organizationId, submissionId };
      // The request does this itself; the job covers a process that dies in between.
      if (state === 'released') await receiveReleased.enqueue(tx, payload);
      await removeForm.enqueue(tx, payload, { runAt: formRemovalAt(now) });
      await this.note(tx, actor, 'quarantine.change', submissionId, state);
      return this.describe(tx, organizationId, submissionId);
    });
  }

  /**
   * Undoes a spam decision: the submission waits for a decision again, and the score forgets what it learned.
   * @throws AppError not-allowed, not-found, action-not-possible
   */
  async restore(actor: Actor, submissionId: string): Promise<SuspectedSubmissionDetails> {
    requirePermission(actor, 'decideQuarantine');
    const { organizationId } = actor;
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.lockSubmission(tx, organizationId, submissionId);
      if (!row) throw notFound(sentence('gone'));
      if (row.state !== 'spam' || row.lead === null) throw await this.notPossible(tx, actor, submissionId);
      await repo.updateSubmission(tx, organizationId, submissionId, {
        state: 'suspected',
        decided_at: null,
        decided_by_name: null,
        waits_since: this.clock.now(),
      });
      await repo.countWords(tx, organizationId, row.word_numbers, { state: 'spam', by: -1 });
      await this.note(tx, actor, 'quarantine.change', submissionId, 'restored');
      return this.describe(tx, organizationId, submissionId);
    });
  }

  /** Makes the lead of a released submission, unless that is done already. Safe to run twice, even concurrently. */
  async receiveReleased(organizationId: string, submissionId: string): Promise<void> {
    const tenant = { organizationId };
    const row = await inOrganization(this.db, tenant, (tx) =>
      repo.lockSubmission(tx, organizationId, submissionId),
    );
    const lead = readLead(row?.lead);
    if (row?.state !== 'released' || row.lead_id !== null || !lead) return;
    const reason = `${lead.route.reason} It waited until ${row.decided_by_name ?? 'the operator'} released it from the quarantine.`;
    const { leadId } = await this.intake.receive(
      { ...lead, route: { ...lead.route, reason }, sentAt: row.received_at, wordsCleared: true },
      {
        organizationId: lead.route.organizationId,
        door: row.door,
        key: row.request_key,
        requestHash: row.request_hash,
      },
    );
    await inOrganization(this.db, tenant, (tx) =>
      repo.updateSubmission(tx, organizationId, submissionId, { lead_id: leadId }),
    );
  }

  /** Removes what was typed once its time is over; it stays if the decision has been undone meanwhile. */
  async removeForm(organizationId: string, submissionId: string): Promise<void> {
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const row = await repo.lockSubmission(tx, organizationId, submissionId);
      if (!row?.decided_at || formRemovalAt(row.decided_at) > this.clock.now()) return;
      // A released submission whose lead is not made yet would be lost.
      if (row.state === 'released' && row.lead_id === null) throw new Error('its lead is not made yet');
      await repo.updateSubmission(tx, organizationId, submissionId, { lead: null });
    });
  }

  /** Removes submissions that nobody decided on in time; decided ones stay. Safe to run twice. */
  async removeUndecided(): Promise<void> {
    const operator = await findOperator(this.db);
    if (operator === undefined) return;
    await inOrganization(this.db, { organizationId: operator.id }, (tx) =>
      repo.removeUndecided(tx, operator.id, undecidedLimit(this.clock.now())),
    );
  }

  private async describe(tx: Transaction, organizationId: string, submissionId: string) {
    const row = await repo.findSubmission(tx, organizationId, submissionId);
    if (!row) throw notFound(sentence('gone'));
    const lead = readLead(row.lead);
    const learned = lead
      ? await repo.readWordCounts(tx, organizationId, numbersOf(wordsOf(textOf(lead))))
      : undefined;
    return presentDetails(row, learned, await repo.findNextSuspected(tx, organizationId, submissionId));
  }

  private async notPossible(tx: Transaction, actor: Actor, submissionId: string): Promise<AppError> {
    const current = await this.describe(tx, actor.organizationId, submissionId);
    const { state, decidedBy: name } = current;
    const stands =
      state === 'suspected' || !name ? sentence(`stands.${state}`) : sentence(`stands.${state}By`, { name });
    return new AppError('action-not-possible', stands, { current });
  }

  private async note(
    tx: Transaction,
    actor: Actor,
    action: 'quarantine.read' | 'quarantine.change',
    submissionId: string,
    what: string,
  ): Promise<void> {
    await recordAccess(tx, actor, {
      action,
      leadIds: [],
      detail: `${what}, submission ${submissionId}`,
      at: this.clock.now(),
    });
  }
}
