import type { InvitationAcceptance, InvitationOffer } from '../../../contract/people/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import { becomePerson, type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { recordAccess } from '../audit/index.ts';
import {
  type Actor,
  type Client,
  forgetFailures,
  type IdentityService,
  moveSession,
  type PersonRow,
  peopleManagers,
  recordForPerson,
  unscopedFindAccount,
  updatePerson,
} from '../identity/index.ts';
import type { AccountLinkRow } from './account-links.repo.ts';
import { linkOver } from './account-links.rules.ts';
import type { AccountLinks } from './account-links.service.ts';
import { sentence } from './catalogue.ts';
import { hashGoodPassword } from './good-password.ts';
import { presentOffer } from './invitations.presenter.ts';
import { hasInviterAs } from './invitations.repo.ts';
import { findEntrance, tellAccount } from './joining.rules.ts';
import { requireNewAccount } from './new-password.rules.ts';
import { insertMembership, insertPerson, markAddressVerified, replacePassword } from './people.repo.ts';

/** Who accepts an invitation, and from where. */
export interface Visitor extends Client {
  /** undefined: nobody is signed in */
  readonly actor: Actor | undefined;
}

/** Lets people in with the link of an invitation (ID-5). */
export class Joining {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly links: AccountLinks,
  ) {}

  /** The offer behind the link. @throws AppError not-found, link-over */
  async describe(token: string): Promise<InvitationOffer> {
    const link = await this.links.get('join', token);
    await this.inside(link, (tx) => requireInviter(tx, link));
    const known = await unscopedFindAccount(this.db, link.email);
    return presentOffer(link, tellAccount(link, known, this.clock.now()));
  }

  /**
   * Accepts an invitation: creates the account, or adds the roles to the one with the address, proven by its session,
   * by its password or, while nobody has proven the address, by a link that was emailed there. The person then works in
   * that organization.
   * @returns the token of a new session; undefined when the present session continues
   * @throws AppError not-found, link-over, invalid-request, not-signed-in, wrong-credentials, too-many-requests,
   * already-there
   */
  async accept(token: string, given: InvitationAcceptance, visitor: Visitor): Promise<string | undefined> {
    const link = await this.links.get('join', token);
    const known = await unscopedFindAccount(this.db, link.email);
    const sessionId = known && findOwnSession(known, visitor.actor);
    if (known && sessionId !== undefined) {
      await this.comeIn(link, known, (tx) => moveSession(tx, sessionId, link.organization_id));
      return undefined;
    }
    const entrance = findEntrance(link, known, given, this.clock.now());
    if (entrance === 'new') return this.joinAnew(link, given, visitor);
    if (entrance === 'taken-over' && known) return this.takeOver(known, link, given, visitor);
    const person = await this.prove(link.email, given.password, visitor);
    return this.comeIn(link, person, (tx) => this.startSession(tx, person.id, link, visitor));
  }

  private async joinAnew(
    link: AccountLinkRow,
    given: InvitationAcceptance,
    visitor: Visitor,
  ): Promise<string> {
    const { name, password } = requireNewAccount(given);
    const passwordHash = await hashGoodPassword(password, link.email);
    const now = this.clock.now();
    // A link that the inviter saw proves nothing about the mailbox.
    const verifiedAt = link.handed_over ? null : now;
    return this.inside(link, async (tx) => {
      await this.claim(tx, link);
      const personId = await insertPerson(tx, { email: link.email, name, passwordHash, verifiedAt }, now);
      if (personId === undefined) {
        throw new AppError('already-there', sentence('newAccount.isThereOpenAgain'));
      }
      await this.enter(tx, link, { id: personId, name });
      return this.startSession(tx, personId, link, visitor);
    });
  }

  /** Locks out whoever made the account: sets the new password, and ends everything that the old one opened. */
  private async takeOver(
    person: PersonRow,
    link: AccountLinkRow,
    given: InvitationAcceptance,
    visitor: Visitor,
  ): Promise<string> {
    const { name, password } = requireNewAccount(given);
    const passwordHash = await hashGoodPassword(password, link.email);
    return this.comeIn(link, { id: person.id, name }, async (tx) => {
      await replacePassword(tx, person.id, passwordHash, this.clock.now());
      await updatePerson(tx, person.id, { name });
      await forgetFailures(tx, person.email);
      const session = await this.startSession(tx, person.id, link, visitor);
      const detail = 'by an invitation, which took the account over';
      const entry = { action: 'account.password', leadIds: [], detail, at: this.clock.now() } as const;
      await recordForPerson(tx, { id: person.id, name }, entry);
      return session;
    });
  }

  private async prove(email: string, password: string | undefined, visitor: Visitor): Promise<PersonRow> {
    if (password === undefined) throw new AppError('not-signed-in', sentence('newAccount.isThereSignIn'));
    return this.identity.checkPassword({ email, password, address: visitor.address });
  }

  /** Marks the link as used for an existing account, and goes on in the same transaction. */
  private comeIn<T>(
    link: AccountLinkRow,
    person: { id: string; name: string },
    then: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.inside(link, async (tx) => {
      await this.claim(tx, link);
      await becomePerson(tx, person.id);
      await this.enter(tx, link, person);
      if (!link.handed_over) await markAddressVerified(tx, person.id, this.clock.now());
      return then(tx);
    });
  }

  private async claim(tx: Transaction, link: AccountLinkRow): Promise<void> {
    await this.links.claim(tx, 'join', link);
    await requireInviter(tx, link);
  }

  private startSession(
    tx: Transaction,
    personId: string,
    link: AccountLinkRow,
    visitor: Visitor,
  ): Promise<string> {
    return this.identity.startSession(tx, personId, link.organization_id, visitor);
  }

  private async enter(
    tx: Transaction,
    link: AccountLinkRow,
    person: { id: string; name: string },
  ): Promise<void> {
    const now = this.clock.now();
    const { organization_id: organizationId, location_id: locationId } = link;
    for (const role of link.roles ?? [])
      await insertMembership(tx, { organizationId, personId: person.id, role, locationId }, now);
    await recordAccess(
      tx,
      { organizationId, personId: person.id, name: person.name },
      {
        action: 'people.change',
        leadIds: [],
        detail: `accepted the invitation of ${link.invited_by_name}`,
        facts: { invitationId: link.id, roles: link.roles, locationId },
        at: now,
      },
    );
  }

  private inside<T>(link: AccountLinkRow, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inOrganization(this.db, { organizationId: link.organization_id }, work);
  }
}

/** An invitation is valid while its sender may still manage people. @throws AppError link-over */
async function requireInviter(tx: Transaction, link: AccountLinkRow): Promise<void> {
  if (!(await hasInviterAs(tx, link.organization_id, link.id, peopleManagers)))
    throw linkOver('join', 'replaced');
}

/** The session of this account; someone else's session, or a token, proves nothing. */
function findOwnSession(person: PersonRow, actor: Actor | undefined): string | undefined {
  return actor?.kind === 'person' && actor.personId === person.id ? actor.sessionId : undefined;
}
