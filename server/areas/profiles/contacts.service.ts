import { emailAddress } from '../../../contract/people/accounts.ts';
import type { BusinessProfile } from '../../../contract/profiles/profiles.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { getLinkSecret, type Outbox, readLink } from '../mail/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './contacts.repo.ts';
import { contactConfirmationMail } from './mails/contact-confirmation/mail.ts';
import { overlay } from './profile-content.ts';
import { contactKey } from './profile-problems.ts';
import { listDraftFields, listMembersAmong } from './profiles.repo.ts';
import { lockProfile, type ProfilesService } from './profiles.service.ts';

/** An address is asked again after this long at the earliest. */
const minutesBetween = 10;
/** The most addresses that an organization has asked within a day: nobody is asked by the thousand. */
const mostADay = 30;
const minuteMilliseconds = 60_000;

/** Contacts of locations who are no members of the organization: they confirm their address by a link (BP-12). */
export class ContactsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly profiles: ProfilesService,
  ) {}

  /**
   * Emails the contact of a location of the draft a link; an earlier link no longer works.
   * @throws AppError not-allowed, not-found, invalid-request, action-not-possible, limit-reached, too-many-requests
   */
  ask(actor: PersonActor, profileId: string, locationId: string): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    const { organizationId } = actor;
    return this.profiles.within(actor, async (tx) => {
      const key = { organizationId, id: profileId };
      const row = await lockProfile(tx, key);
      const location = overlay(row.content, await listDraftFields(tx, key)).locations.get(locationId);
      if (!location) throw notFound(sentence('noLocation'));
      const { name, email } = location.contact;
      if (!emailAddress.safeParse(email).success)
        throw wrongValue('body.locationId', 'email', sentence('noAddress'));
      const address = contactKey(email);
      if ((await listMembersAmong(tx, organizationId, [address])).length > 0)
        throw new AppError('action-not-possible', sentence('isMember'));
      const at = this.clock.now();
      requireAsking(await repo.findContact(tx, organizationId, address), at);
      const yesterday = new Date(at.getTime() - 24 * 60 * minuteMilliseconds);
      if ((await repo.countAsked(tx, organizationId, yesterday)) >= mostADay)
        throw new AppError('limit-reached', sentence('askedMany', { most: mostADay }));
      const id = newId();
      await repo.keepAsked(tx, organizationId, { key: address, id, at });
      const content = contactConfirmationMail.of({
        contactId: id,
        organizationName: row.companyName,
        locationName: location.name || location.city || row.companyName,
      });
      const to = { personId: null, address, name, locale: null, timeZone: null };
      await this.outbox.put(tx, { organizationId, to, content, reason: 'named-as-contact' }, at);
      return key;
    });
  }

  /** Whom a link asks; undefined when it is none, or another one was sent since. */
  async find(token: string): Promise<repo.AskedContact | undefined> {
    const contactId = await this.contactOf(token);
    return contactId === undefined ? undefined : repo.unscopedFindContact(this.db, contactId);
  }

  /** Confirms the address; a second time changes nothing. @returns undefined as {@link find} */
  async confirm(token: string): Promise<repo.AskedContact | undefined> {
    const contactId = await this.contactOf(token);
    const contact = await this.find(token);
    if (!contact || contactId === undefined) return undefined;
    const { organizationId } = contact;
    await inOrganization(this.db, { organizationId }, (tx) =>
      repo.markConfirmed(tx, organizationId, contactId, this.clock.now()),
    );
    return { ...contact, isConfirmed: true };
  }

  private async contactOf(token: string): Promise<string | undefined> {
    return readLink(await getLinkSecret(this.db), 'contact', token);
  }
}

/** @throws AppError action-not-possible, too-many-requests */
function requireAsking(
  known: { readonly asked_at: Date; readonly confirmed_at: Date | null } | undefined,
  now: Date,
): void {
  if (!known) return;
  if (known.confirmed_at !== null) throw new AppError('action-not-possible', sentence('isConfirmed'));
  const wait = known.asked_at.getTime() + minutesBetween * minuteMilliseconds - now.getTime();
  if (wait > 0)
    throw new AppError('too-many-requests', sentence('askedLately', { minutes: minutesBetween }), {
      retryAfterSeconds: Math.ceil(wait / 1000),
    });
}
