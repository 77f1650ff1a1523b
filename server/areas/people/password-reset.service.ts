import type { Clock } from '../../platform/clock.ts';
import { asPerson, type Db, inOrganization } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import {
  forgetFailures,
  listMemberships,
  type PersonRow,
  readPerson,
  recordForPerson,
  unscopedFindAccount,
} from '../identity/index.ts';
import type { Outbox } from '../mail/index.ts';
import { findOperator } from '../organizations/index.ts';
import { insertLink } from './account-links.repo.ts';
import { linkExpiry, linkOver } from './account-links.rules.ts';
import type { AccountLinks } from './account-links.service.ts';
import { sendReset } from './accounts.jobs.ts';
import { hashGoodPassword } from './good-password.ts';
import { passwordResetMail } from './mails/password-reset/mail.ts';
import { markAddressVerified, replacePassword } from './people.repo.ts';
import { isServed } from './presence.repo.ts';
import { claimResetRequest } from './reset-limits.ts';

/** A new password by email (ID-5). */
export class PasswordReset {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly links: AccountLinks,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Accepts a request. Does the same work whether or not there is such an account: a job finds out.
   * @throws AppError too-many-requests
   */
  async request(email: string, address: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await claimResetRequest(tx, email, address, this.clock.now());
      const person = await unscopedFindAccount(tx, email);
      await sendReset.enqueue(tx, { linkId: newId(), personId: person?.id ?? newId() });
    });
  }

  /** Emails the link, if there is such a person. Safe to run twice: only one link is created. */
  async send(personId: string, linkId: string): Promise<void> {
    const person = await readPerson(this.db, personId);
    const organizationId = person && !person.disabled_at ? await this.outboxOf(person) : undefined;
    if (!person || organizationId === undefined) return;
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const now = this.clock.now();
      const link = {
        organization_id: organizationId,
        id: linkId,
        purpose: 'reset',
        person_id: person.id,
      } as const;
      const isNew = await insertLink(tx, {
        ...link,
        email: person.email,
        created_at: now,
        expires_at: linkExpiry(now),
      });
      if (!isNew) return;
      const content = passwordResetMail.of({ linkId });
      await this.outbox.put(tx, { organizationId, to: recipient(person), content, reason: 'asked' }, now);
    });
  }

  /** Until when the link works. @throws AppError not-found, link-over */
  async describe(token: string): Promise<{ expiresAt: string }> {
    const link = await this.links.get('reset', token);
    return { expiresAt: link.expires_at.toISOString() };
  }

  /**
   * Sets the password, and ends every session of the person, their calendar links and their other links of this kind.
   * @throws AppError not-found, link-over, invalid-request
   */
  async set(token: string, password: string): Promise<void> {
    const link = await this.links.get('reset', token);
    const person = await readPerson(this.db, link.person_id ?? '');
    if (!person || person.disabled_at || !(await this.mayEnter(link, person)))
      throw linkOver('reset', 'replaced');
    const passwordHash = await hashGoodPassword(password, person.email);
    const { organization_id: organizationId } = link;
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const now = this.clock.now();
      await this.links.claim(tx, 'reset', link);
      await replacePassword(tx, person.id, passwordHash, now);
      // The link was read where the email went.
      await markAddressVerified(tx, person.id, now);
      await forgetFailures(tx, person.email);
      const entry = {
        action: 'account.password',
        leadIds: [],
        detail: 'by the link of an email',
        at: now,
      } as const;
      await recordForPerson(tx, person, entry);
    });
  }

  /**
   * The organization whose outbox holds the email: the person's first, or the operator's for someone who is only
   * invited so far. undefined: they left, so no link is created.
   */
  private async outboxOf(person: PersonRow): Promise<string | undefined> {
    const [first] = await asPerson(this.db, person.id, (tx) => listMemberships(tx, person.id));
    if (first) return first.organizationId;
    const operator = await findOperator(this.db);
    if (!operator) return undefined;
    return (await this.mayEnter({ organization_id: operator.id }, person)) ? operator.id : undefined;
  }

  private mayEnter(
    { organization_id: organizationId }: { organization_id: string },
    person: PersonRow,
  ): Promise<boolean> {
    const now = this.clock.now();
    return inOrganization(this.db, { organizationId }, (tx) => isServed(tx, organizationId, person, now));
  }
}

function recipient(person: PersonRow) {
  const { id: personId, email: address, name, locale, time_zone: timeZone } = person;
  return { personId, address, name, locale, timeZone };
}
