import type { VerificationOffer, WaitingVerification } from '../../../contract/people/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import { asPerson, type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  type Actor,
  type IdentityService,
  type PersonActor,
  type PersonRow,
  readPerson,
  recordForPerson,
} from '../identity/index.ts';
import type { Outbox } from '../mail/index.ts';
import {
  type AccountLinkRow,
  insertLink,
  unscopedFindWaitingVerification,
  unscopedReplaceLinks,
} from './account-links.repo.ts';
import { linkExpiry, linkOver } from './account-links.rules.ts';
import type { AccountLinks } from './account-links.service.ts';
import { sentence } from './catalogue.ts';
import { addressChangedMail } from './mails/address-changed/mail.ts';
import { verificationMail } from './mails/verification/mail.ts';
import { changeAddress, markAddressVerified } from './people.repo.ts';

/** The most emails that a person is sent per hour. */
const mostPerPerson = 5;

/** Confirms the address of an account; a changed address takes effect once the new one is confirmed (ID-5, NT-5). */
export class EmailVerification {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly links: AccountLinks,
    private readonly outbox: Outbox,
    private readonly sendsMail: boolean,
  ) {}

  /** The address whose confirmation email is on its way. */
  async waiting(actor: PersonActor): Promise<WaitingVerification> {
    const row = await asPerson(this.db, actor.personId, (tx) =>
      unscopedFindWaitingVerification(tx, actor.personId, this.clock.now()),
    );
    const waiting = row ? { email: row.email, expiresAt: row.expires_at.toISOString() } : null;
    return { waiting, sendsMail: this.sendsMail };
  }

  /**
   * Sends the link that confirms an address; earlier links end. A new address takes effect once it is confirmed.
   * @throws AppError invalid-request, wrong-credentials, too-many-requests
   */
  async send(
    actor: PersonActor,
    wanted: { email?: string; password?: string },
    clientAddress: string,
  ): Promise<WaitingVerification> {
    const person = await readPerson(this.db, actor.personId);
    if (!person) throw notFound();
    const email = wanted.email ?? person.email;
    const isChange = !isSame(email, person.email);
    if (isChange) await this.prove(person, wanted.password, clientAddress);
    const { organizationId } = actor;
    await inOrganization(this.db, actor, async (tx) => {
      const of = { purpose: 'verify', personId: person.id } as const;
      await this.links.allowAnother(tx, organizationId, of, mostPerPerson);
      const now = this.clock.now();
      const linkId = newId();
      await unscopedReplaceLinks(tx, person.id, 'verify', now);
      await insertLink(tx, {
        organization_id: organizationId,
        id: linkId,
        purpose: 'verify',
        person_id: person.id,
        email,
        created_at: now,
        expires_at: linkExpiry(now),
      });
      const { name, locale, time_zone: timeZone } = person;
      // If an email to a new address comes back, that says nothing about the present one.
      const to = { personId: isChange ? null : person.id, address: email, name, locale, timeZone };
      const content = verificationMail.of({ linkId });
      await this.outbox.put(tx, { organizationId, to, content, reason: 'asked' }, now);
    });
    return this.waiting(actor);
  }

  /** What the link confirms. @throws AppError not-found, link-over */
  async describe(token: string): Promise<VerificationOffer> {
    const link = await this.links.get('verify', token);
    const person = await this.personOf(link);
    return { email: link.email, isChange: !isSame(link.email, person.email) };
  }

  /**
   * Confirms the address. This also requires the session of the account's owner: a mistyped address belongs to a
   * stranger.
   * @throws AppError not-found, link-over, not-signed-in, not-allowed, already-there
   */
  async confirm(token: string, actor: Actor | undefined): Promise<void> {
    const link = await this.links.get('verify', token);
    const person = await this.personOf(link);
    const isChange = !isSame(link.email, person.email);
    // The reader of the email may not be the person who made the account: only both together prove whose it is.
    requireOwner(actor, person);
    const { organization_id: organizationId } = link;
    await inOrganization(this.db, { organizationId, personId: person.id }, async (tx) => {
      const now = this.clock.now();
      await this.links.claim(tx, 'verify', link);
      if (isChange) {
        await changeAddress(tx, person.id, link.email);
        await this.tellOldAddress(tx, organizationId, person, link.email);
        // Links that went to the old address must no longer open the account.
        await unscopedReplaceLinks(tx, person.id, 'reset', now);
      }
      await markAddressVerified(tx, person.id, now);
      const detail = isChange ? 'changed' : 'confirmed';
      await recordForPerson(tx, person, { action: 'account.email', leadIds: [], detail, at: now });
    });
  }

  /** Tells the old mailbox about the change: it may not have been the owner who made it. */
  private async tellOldAddress(
    tx: Transaction,
    organizationId: string,
    { email: address, name, locale, time_zone: timeZone }: PersonRow,
    newAddress: string,
  ): Promise<void> {
    const to = { personId: null, address, name, locale, timeZone };
    const content = addressChangedMail.of({ newAddress });
    const mail = { organizationId, to, content, reason: 'address-replaced' } as const;
    await this.outbox.put(tx, mail, this.clock.now());
  }

  private async prove(person: PersonRow, password: string | undefined, address: string): Promise<void> {
    if (password === undefined || password === '')
      throw wrongValue('body.password', 'required', sentence('password.neededForEmail'));
    await this.identity.checkPassword({ email: person.email, password, address });
  }

  private async personOf(link: AccountLinkRow): Promise<PersonRow> {
    const person = await readPerson(this.db, link.person_id ?? '');
    if (!person || person.disabled_at) throw linkOver('verify', 'replaced');
    return person;
  }
}

function requireOwner(actor: Actor | undefined, person: PersonRow): void {
  if (!actor) throw new AppError('not-signed-in', sentence('email.signInFirst'));
  if (actor.personId !== person.id) throw new AppError('not-allowed', sentence('email.otherAccount'));
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
