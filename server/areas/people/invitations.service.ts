import type { Invitation, InvitationCreate, InvitationSent } from '../../../contract/people/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findPerson, type PersonActor, requirePermission } from '../identity/index.ts';
import type { Outbox } from '../mail/index.ts';
import { insertLink } from './account-links.repo.ts';
import { invitationExpiry } from './account-links.rules.ts';
import type { AccountLinks } from './account-links.service.ts';
import { sentence } from './catalogue.ts';
import { presentInvitation } from './invitations.presenter.ts';
import * as repo from './invitations.repo.ts';
import { invitationMail } from './mails/invitation/mail.ts';
import { requireRolesAt } from './people.policy.ts';
import { isMemberAddress } from './people.repo.ts';
import { recordPeopleChange } from './record-change.ts';
import { requireLocation } from './require-location.ts';

/** The most invitations per hour for an organization, and for one address in it. */
const mostPerOrganization = 200;
const mostPerAddress = 5;

/** Invites people by email (ID-5). */
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly links: AccountLinks,
    private readonly outbox: Outbox,
    /** false: emails are kept, so the inviter is shown the link to hand it on */
    private readonly sendsMail: boolean,
  ) {}

  /** Invitations that nobody has accepted yet. */
  async list(actor: PersonActor): Promise<Invitation[]> {
    requirePermission(actor, 'managePeople');
    const rows = await inOrganization(this.db, actor, (tx) =>
      repo.listOpenInvitations(tx, actor.organizationId),
    );
    const now = this.clock.now();
    return rows.map((row) => presentInvitation(row, now));
  }

  /**
   * Sends an invitation, and ends an open one to the same address.
   * @throws AppError invalid-request, already-there, too-many-requests
   */
  async invite(actor: PersonActor, order: InvitationCreate): Promise<InvitationSent> {
    requirePermission(actor, 'managePeople');
    requireRolesAt(actor.organizationKind, order.roles, 'body.roles');
    const row = await this.inTurn(actor, async (tx) => {
      await requireLocation(tx, actor.organizationId, order.locationId ?? null);
      if (await isMemberAddress(tx, actor.organizationId, order.email)) {
        throw new AppError('already-there', sentence('invitations.alreadyMember'));
      }
      return this.send(tx, actor, { ...order, locationId: order.locationId ?? null });
    });
    return this.present(row);
  }

  /** Sends an invitation again with a new link; the old one ends. @throws AppError not-found, too-many-requests */
  async resend(actor: PersonActor, invitationId: string): Promise<InvitationSent> {
    requirePermission(actor, 'managePeople');
    const row = await this.inTurn(actor, async (tx) => {
      const open = await repo.lockOpenInvitation(tx, actor.organizationId, invitationId);
      if (!open) throw noInvitation();
      return this.send(tx, actor, {
        email: open.email,
        name: open.name ?? '',
        roles: open.roles ?? [],
        locationId: open.location_id,
      });
    });
    return this.present(row);
  }

  /** Cancels an invitation. @throws AppError not-found */
  async revoke(actor: PersonActor, invitationId: string): Promise<void> {
    requirePermission(actor, 'managePeople');
    const now = this.clock.now();
    await inOrganization(this.db, actor, async (tx) => {
      const open = await repo.findOpenInvitation(tx, actor.organizationId, invitationId);
      if (!open || !(await repo.endInvitation(tx, actor.organizationId, invitationId, now)))
        throw noInvitation();
      const detail = `canceled the invitation of ${open.name}`;
      await recordPeopleChange(tx, actor, { detail, facts: { invitationId } }, now);
    });
  }

  /** Runs one after another in an organization, so that an address has only one open invitation, the newest. */
  private inTurn<T>(actor: PersonActor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { organizationId } = actor;
    return inOrganization(this.db, actor, async (tx) => {
      const of = { purpose: 'join', organizationId } as const;
      await this.links.allowAnother(tx, organizationId, of, mostPerOrganization);
      return work(tx);
    });
  }

  private async send(
    tx: Transaction,
    actor: PersonActor,
    order: Required<InvitationCreate>,
  ): Promise<repo.InvitationRow> {
    const { organizationId } = actor;
    const of = { purpose: 'join', organizationId, email: order.email } as const;
    await this.links.allowAnother(tx, organizationId, of, mostPerAddress);
    const now = this.clock.now();
    const linkId = newId();
    await repo.endInvitationsOf(tx, organizationId, order.email, now);
    await insertLink(tx, {
      organization_id: organizationId,
      id: linkId,
      purpose: 'join',
      email: order.email,
      name: order.name,
      roles: [...new Set(order.roles)],
      location_id: order.locationId,
      invited_by: actor.personId,
      invited_by_name: actor.name,
      handed_over: !this.sendsMail,
      created_at: now,
      expires_at: invitationExpiry(now),
    });
    await this.mail(tx, actor, order, linkId);
    const facts = { invitationId: linkId, roles: order.roles, locationId: order.locationId };
    await recordPeopleChange(tx, actor, { detail: `invited ${order.name}`, facts }, now);
    // Read before others can go on: a newer invitation may take its place immediately.
    const row = await repo.findOpenInvitation(tx, organizationId, linkId);
    if (!row) throw noInvitation();
    return row;
  }

  /** People without an account get the email in the inviter's language. */
  private async mail(
    tx: Transaction,
    actor: PersonActor,
    { email, name }: Pick<InvitationCreate, 'email' | 'name'>,
    linkId: string,
  ): Promise<void> {
    const { organizationId, organizationName, name: inviterName } = actor;
    const inviter = await findPerson(tx, actor.personId);
    const to = {
      personId: null,
      address: email,
      name,
      locale: inviter?.locale ?? null,
      timeZone: inviter?.time_zone ?? null,
    };
    const content = invitationMail.of({ linkId, inviterName, organizationName });
    await this.outbox.put(tx, { organizationId, to, content, reason: 'invited' }, this.clock.now());
  }

  private async present(row: repo.InvitationRow): Promise<InvitationSent> {
    const link = this.sendsMail ? null : await this.links.addressOf('join', row.id);
    return { ...presentInvitation(row, this.clock.now()), link };
  }
}

function noInvitation(): AppError {
  return notFound(sentence('invitations.gone'));
}
