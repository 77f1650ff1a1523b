import { randomInt } from 'node:crypto';
import type { ContactCheckers } from '../../../engines/contact-verifier/index.ts';
import {
  checkPhone,
  checkPhoneWithProvider,
  type EmailVerdict,
  finding,
  type PhoneVerdict,
} from '../../../engines/contact-verifier/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { LeadChanges } from '../change/change-lead.ts';
import { leadlight, type NewLeadEvent } from '../change/lead-events.ts';
import { forgetStaleCatchAlls } from './catch-all.repo.ts';
import { type CheckOrder, checkContact } from './contact-checks.jobs.ts';
import * as repo from './contact-checks.repo.ts';
import { type ContactMarkHit, domainsAbove, standingOf } from './contact-checks.rules.ts';
import { markableAddress } from './marked-address.ts';

/** What else happens to leads whose contact was checked, in the same transaction. */
export type AfterCheck = (
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
) => Promise<void>;

interface Run {
  readonly organizationId: string;
  readonly attempt: number;
  readonly startedAt: Date;
}

interface Finished {
  readonly contact: repo.ContactRow;
  readonly email: EmailVerdict | null;
  readonly phone: PhoneVerdict | null;
}

/** Checks the contacts of leads and stores what was found (CV-1 to CV-4). */
export class ContactCheckService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly checkers: ContactCheckers,
    private readonly changes: LeadChanges,
    private readonly afterCheck: AfterCheck,
  ) {}

  /**
   * Checks the leads concurrently; outside services are queried while no transaction is open, and a slow answer for one
   * lead does not hold up the others. Temporary failures are retried later by themselves.
   */
  async check({ organizationId, leadIds, attempt }: CheckOrder): Promise<void> {
    const startedAt = this.clock.now();
    const { read, marks } = await inOrganization(this.db, { organizationId }, async (tx) => {
      const contacts = await repo.listContacts(tx, organizationId, leadIds);
      const { examplesAreGood = false } = this.checkers;
      const read = contacts.map((contact) => readContact(contact, { now: startedAt, examplesAreGood }));
      return { read, marks: await repo.findMarks(tx, read.map(markQuestion)) };
    });
    const waiting: Finished[] = [];
    let writing: Promise<void> | undefined;
    const write = async () => {
      for (let batch = waiting.splice(0); batch.length > 0; batch = waiting.splice(0))
        await this.save({ organizationId, attempt, startedAt }, batch);
    };
    await Promise.all(
      read.map(async (each) => {
        waiting.push(
          await this.checkOne(each, marks.get(each.contact.id) ?? [], { attempt, organizationId }),
        );
        // Checks that finish while others are being written follow together.
        writing ??= write().finally(() => {
          writing = undefined;
        });
        await writing;
      }),
    );
    await write();
  }

  private async checkOne(
    { contact, number }: ReadContact,
    hits: readonly ContactMarkHit[],
    occasion: { readonly attempt: number; readonly organizationId: string },
  ): Promise<Finished> {
    const phoneHits = hits.filter(({ kind }) => kind === 'phone');
    const emailHits = hits.filter(({ kind }) => kind !== 'phone');
    const [email, phone] = await Promise.all([
      contact.contact_email === null
        ? null
        : this.checkers.email(standingOf(emailHits)).check(contact.contact_email, occasion),
      number && this.checkNumber(number, standingOf(phoneHits), occasion),
    ]);
    return { contact, email, phone };
  }

  private async checkNumber(
    read: PhoneVerdict,
    standing: ReturnType<typeof standingOf>,
    { organizationId }: { readonly organizationId: string },
  ): Promise<PhoneVerdict> {
    const now = this.clock.now();
    if (standing === 'block') {
      const words = 'The operator marked this number as one that nobody can be reached by.';
      const blocked = finding('block-list', 'failed', 'blocked', words, now);
      return { ...read, validity: 'Invalid', evidence: [blocked, ...read.evidence], retryAfterSeconds: null };
    }
    const { phoneProvider } = this.checkers;
    return phoneProvider ? checkPhoneWithProvider(read, phoneProvider, now, { organizationId }) : read;
  }

  private async save(
    { organizationId, attempt, startedAt }: Run,
    checked: readonly Finished[],
  ): Promise<void> {
    const now = this.clock.now();
    await inOrganization(this.db, { organizationId }, async (tx) => {
      // Of two overlapping checks of a lead, the one that began later knows more.
      const ids = checked.map(({ contact }) => contact.id);
      const standing = await repo.lockNotOvertaken(tx, organizationId, ids, startedAt);
      const finished = checked.filter(({ contact }) => standing.has(contact.id));
      if (finished.length === 0) return;
      const results = finished.map((each) => resultOf(each, now));
      await repo.saveResults(tx, organizationId, results, { startedAt, at: now });
      await this.changes.note(
        tx,
        finished.flatMap((each) => eventOf(organizationId, each, standing.get(each.contact.id), now)),
      );
      await this.afterCheck(
        tx,
        organizationId,
        finished.map(({ contact }) => contact.id),
      );
      for (const each of finished) await askAgain(tx, organizationId, each, attempt, now);
    });
  }

  /** Deletes out-of-date results about catch-all domains: they would be probed again anyway. */
  async forgetStaleCatchAlls(): Promise<void> {
    await forgetStaleCatchAlls(this.db, this.clock.now());
  }
}

/** A contact with what its number alone says. */
interface ReadContact {
  readonly contact: repo.ContactRow;
  readonly number: PhoneVerdict | null;
}

function readContact(contact: repo.ContactRow, at: { now: Date; examplesAreGood: boolean }): ReadContact {
  const { contact_phone: phone, country } = contact;
  return { contact, number: phone === null ? null : checkPhone(phone, { country, ...at }) };
}

function markQuestion({ contact, number }: ReadContact): repo.MarkQuestion {
  const marked = markableAddress(contact.contact_email);
  return {
    id: contact.id,
    address: marked?.address ?? null,
    domains: marked ? domainsAbove(marked.domain) : [],
    phone: number?.e164 ?? null,
  };
}

/** Reports a first check, and what changed since, to the timeline and to everyone looking at the lead. */
function eventOf(
  organizationId: string,
  { contact, email, phone }: Finished,
  before: repo.StandingRow | undefined,
  at: Date,
): NewLeadEvent[] {
  if (!before) return [];
  const changes = [
    { field: 'emailValidity', before: before.email_validity, after: email?.validity ?? null },
    { field: 'phoneValidity', before: before.phone_validity, after: phone?.validity ?? null },
  ].filter((change) => change.before !== change.after);
  if (changes.length === 0 && !before.checks_pending) return [];
  return [
    {
      organizationId,
      leadId: contact.id,
      type: 'lead.contact-checked',
      at,
      actor: leadlight,
      changes,
      version: before.version,
    },
  ];
}

function later(now: Date, seconds: number | null): Date | null {
  return seconds === null ? null : new Date(now.getTime() + seconds * 1000);
}

function resultOf({ contact, email, phone }: Finished, now: Date): repo.CheckResult {
  return {
    id: contact.id,
    email: email && {
      validity: email.validity,
      evidence: email.evidence,
      retryAt: later(now, email.retryAfterSeconds),
    },
    phone: phone && {
      validity: phone.validity,
      evidence: phone.evidence,
      retryAt: later(now, phone.retryAfterSeconds),
      e164: phone.e164,
      extension: phone.extension,
    },
  };
}

/** Keeps one waiting attempt for each lead, however often its check is requested. */
async function askAgain(
  tx: Transaction,
  organizationId: string,
  { contact, email, phone }: Finished,
  attempt: number,
  now: Date,
): Promise<void> {
  const waits = [email?.retryAfterSeconds, phone?.retryAfterSeconds].flatMap((seconds) => seconds ?? []);
  if (waits.length === 0 || attempt >= mostAttempts) return;
  // Our own limits held the query back, the name servers could not be trusted, or a provider was being spared:
  // that does not count as an attempt.
  const heldBack = [email, phone].some((verdict) =>
    verdict?.evidence.some(({ code }) => noAttempt.has(code)),
  );
  const order = { organizationId, leadIds: [contact.id], attempt: heldBack ? attempt : attempt + 1 };
  // Leads that came together are not retried together.
  const seconds = heldBack ? Math.max(60, ...waits) + randomInt(120) : Math.min(...waits);
  // A key of its own, so that this does not delay a new check that someone requests.
  await checkContact.enqueue(tx, order, {
    key: `check-contact-again ${contact.id}`,
    runAt: later(now, seconds) ?? now,
  });
}

/** Codes of evidence that say nothing about the address, and will change. */
const noAttempt: ReadonlySet<string> = new Set([
  'rate-limited',
  'paused',
  'name-servers-not-believed',
  'provider-paused',
]);

/** After this many the answer stays Unknown until someone requests a check. */
const mostAttempts = 7;
