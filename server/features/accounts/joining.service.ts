import type { InvitationAcceptance, InvitationOffer } from '../../../contract/accounts.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import {
  type Actor,
  type Client,
  findPersonByEmail,
  hashPassword,
  type IdentityService,
  moveSession,
  type PersonRow,
} from '../identity/index.ts';
import { recordAccess } from '../leads/index.ts';
import type { AccountLinkRow } from './account-links.repo.ts';
import type { AccountLinks } from './account-links.service.ts';
import { presentOffer } from './invitations.presenter.ts';
import { requireGoodPassword, requireNewAccount } from './new-password.rules.ts';
import { insertMembership, insertPerson, markAddressVerified } from './people.repo.ts';

/** Who accepts an invitation, and from where. */
export interface Visitor extends Client {
  /** undefined: nobody is signed in */
  readonly actor: Actor | undefined;
}

/** Lets people in by the link of an invitation (ID-5). */
export class Joining {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly links: AccountLinks,
  ) {}

  /** What the link offers. @throws AppError not-found, link-over */
  async describe(token: string): Promise<InvitationOffer> {
    const link = await this.links.get('join', token);
    return presentOffer(link, (await findPersonByEmail(this.db, link.email)) !== undefined);
  }

  /**
   * Accepts an invitation: makes the account, or adds the roles to the one that has the address, proven by its
   * session or its password. Whoever accepts works in the organization from then on.
   * @returns the token of a new session; undefined when the one that asks goes on
   * @throws AppError not-found, link-over, invalid-request, not-signed-in, wrong-credentials, too-many-requests, already-there
   */
  async accept(token: string, given: InvitationAcceptance, visitor: Visitor): Promise<string | undefined> {
    const link = await this.links.get('join', token);
    const known = await findPersonByEmail(this.db, link.email);
    return known ? this.joinAs(known, link, given, visitor) : this.joinAnew(link, given, visitor);
  }

  private async joinAnew(
    link: AccountLinkRow,
    given: InvitationAcceptance,
    visitor: Visitor,
  ): Promise<string> {
    const { name, password } = requireNewAccount(given);
    requireGoodPassword(password, link.email);
    const passwordHash = await hashPassword(password);
    const now = this.clock.now();
    // A link that the inviter saw proves nothing about the mailbox.
    const verifiedAt = link.handed_over ? null : now;
    return this.inside(link, async (tx) => {
      await this.links.claim(tx, 'join', link);
      const personId = await insertPerson(tx, { email: link.email, name, passwordHash, verifiedAt }, now);
      if (personId === undefined) {
        throw new AppError(
          'already-there',
          'An account with this address was made a moment ago. Open the link again and sign in.',
        );
      }
      await this.enter(tx, link, { id: personId, name });
      return this.identity.startSession(tx, personId, link.organization_id, visitor);
    });
  }

  private async joinAs(
    person: PersonRow,
    link: AccountLinkRow,
    { password }: InvitationAcceptance,
    visitor: Visitor,
  ): Promise<string | undefined> {
    const { actor } = visitor;
    const session = actor?.kind === 'person' && actor.personId === person.id ? actor.sessionId : undefined;
    if (session === undefined) await this.prove(person, password, visitor);
    return this.inside(link, async (tx) => {
      await this.links.claim(tx, 'join', link);
      await this.enter(tx, link, person);
      if (!link.handed_over) await markAddressVerified(tx, person.id, this.clock.now());
      if (session === undefined)
        return this.identity.startSession(tx, person.id, link.organization_id, visitor);
      await moveSession(tx, session, link.organization_id);
      return undefined;
    });
  }

  private async prove(person: PersonRow, password: string | undefined, visitor: Visitor): Promise<void> {
    if (password === undefined)
      throw new AppError(
        'not-signed-in',
        'There is an account with this address. Sign in with its password.',
      );
    await this.identity.checkPassword({ email: person.email, password, address: visitor.address });
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
        at: now,
      },
    );
  }

  private inside<T>(link: AccountLinkRow, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inOrganization(this.db, { organizationId: link.organization_id }, work);
  }
}
