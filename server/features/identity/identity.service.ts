import type { Me, MeChange, SessionInfo } from '../../../contract/identity.ts';
import type { Clock } from '../../platform/clock.ts';
import { asPerson, type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../../platform/ids.ts';
import type { Actor, PersonActor, TokenActor } from './actor.ts';
import { permissionsOf } from './identity.policy.ts';
import * as repo from './identity.repo.ts';
import { passwordFits } from './passwords.ts';
import { claimAttempt, forgetFailures } from './sign-in-limits.ts';

/** A session ends this long after it was last used. */
export const sessionHours = 14 * 24;
/** "Last seen" is written at most this often: a read of a page is not a write. */
const touchMinutes = 5;

/** Where a request came from, as far as that is known. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
}

export interface SignIn extends Client {
  readonly email: string;
  readonly password: string;
}

/** Who people are, and which sessions and tokens stand for them. */
export class IdentityService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session.
   * @returns the session's token, kept hashed from here on
   * @throws AppError wrong-credentials (the same for an unknown account), too-many-requests (ID-6)
   */
  async signIn(given: SignIn): Promise<string> {
    const person = await this.checkPassword(given);
    const memberships = await asPerson(this.db, person.id, (tx) => repo.listMemberships(tx, person.id));
    const first = memberships[0];
    if (!first) {
      throw new AppError(
        'not-allowed',
        'You belong to no organization any more. Ask your Account admin to invite you again.',
      );
    }
    return this.db
      .transaction()
      .execute((tx) => this.startSession(tx, person.id, first.organizationId, given));
  }

  /**
   * The person whose address and password these are. A success clears the failures of the account.
   * @throws AppError wrong-credentials (the same for an unknown account), too-many-requests (ID-6)
   */
  async checkPassword({ email, password, address }: Omit<SignIn, 'userAgent'>): Promise<repo.PersonRow> {
    await claimAttempt(this.db, email, address, this.clock.now());
    const person = await repo.findPersonByEmail(this.db, email);
    const fits = await passwordFits(password, person?.password_hash ?? null);
    if (!person || !fits || person.disabled_at) {
      throw new AppError('wrong-credentials', 'The e-mail address or the password is wrong.');
    }
    await forgetFailures(this.db, email);
    return person;
  }

  /** @returns the token of a new session in that organization, kept hashed from here on */
  async startSession(
    tx: Transaction,
    personId: string,
    organizationId: string,
    { address, userAgent }: Client,
  ): Promise<string> {
    const now = this.clock.now();
    const token = newSecret('lls');
    await repo.insertSession(tx, {
      id: newId(),
      token_hash: hashSecret(token),
      person_id: personId,
      organization_id: organizationId,
      user_agent: userAgent?.toWellFormed().slice(0, 300) ?? null,
      address,
      created_at: now,
      last_seen_at: now,
      expires_at: expiry(now),
    });
    return token;
  }

  /** The person behind a session token, in the organization they work in; undefined when the session is over. */
  async findPersonActor(token: string): Promise<PersonActor | undefined> {
    const now = this.clock.now();
    const session = await repo.unscopedFindSession(this.db, hashSecret(token), now);
    const home =
      session?.memberships.find((one) => one.organizationId === session.organization_id) ??
      session?.memberships[0];
    if (!session || !home) return undefined;
    if (now.getTime() - session.last_seen_at.getTime() > touchMinutes * 60_000) {
      await repo.touchSession(this.db, session.id, now, expiry(now));
    }
    const grants = session.memberships.filter((one) => one.organizationId === home.organizationId);
    return {
      kind: 'person',
      personId: session.person_id,
      sessionId: session.id,
      name: session.person_name,
      organizationId: home.organizationId,
      organizationName: home.organizationName,
      organizationKind: home.organizationKind,
      grants: grants.map(({ role, locationId }) => ({ role, locationId, locationName: null })),
    };
  }

  /** The program behind an API token; undefined when the token was revoked or never existed. */
  async findTokenActor(token: string): Promise<TokenActor | undefined> {
    const row = await repo.unscopedFindApiToken(this.db, hashSecret(token));
    if (!row) return undefined;
    const now = this.clock.now();
    const organization = await repo.getOrganization(this.db, row.organization_id);
    if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > touchMinutes * 60_000) {
      await inOrganization(this.db, { organizationId: row.organization_id }, (tx) =>
        repo.touchApiToken(tx, row.id, now),
      );
    }
    return {
      kind: 'token',
      personId: null,
      tokenId: row.id,
      name: `API token “${row.name}”`,
      organizationId: organization.id,
      organizationName: organization.name,
      organizationKind: organization.kind,
      scopes: row.scopes,
    };
  }

  /** Who the actor is and what they may do, as the app needs it. */
  async describe(actor: PersonActor): Promise<Me> {
    const person = await repo.findPerson(this.db, actor.personId);
    if (!person) throw notFound();
    const memberships = await asPerson(this.db, actor.personId, (tx) =>
      repo.listMemberships(tx, actor.personId),
    );
    const names = await inOrganization(this.db, actor, (tx) => repo.listLocationNames(tx));
    const organizations = new Map(
      memberships.map((one) => [
        one.organizationId,
        { id: one.organizationId, name: one.organizationName, kind: one.organizationKind },
      ]),
    );
    return {
      person: {
        id: person.id,
        name: person.name,
        email: person.email,
        emailVerifiedAt: person.email_verified_at?.toISOString() ?? null,
        emailRefusedAt: person.email_refused_at?.toISOString() ?? null,
        timeZone: person.time_zone,
        locale: person.locale,
      },
      organization: { id: actor.organizationId, name: actor.organizationName, kind: actor.organizationKind },
      organizations: [...organizations.values()],
      grants: actor.grants.map(({ role, locationId }) => ({
        role,
        locationId,
        locationName: locationId === null ? null : (names.get(locationId) ?? null),
      })),
      permissions: permissionsOf(actor),
      ...(await repo.findDemo(this.db)),
    };
  }

  async changePerson(actor: PersonActor, change: MeChange): Promise<void> {
    const columns = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
    };
    if (Object.keys(columns).length > 0) await repo.updatePerson(this.db, actor.personId, columns);
  }

  /** Goes on working in another of the person's organizations. @throws AppError not-found */
  async switchOrganization(actor: PersonActor, organizationId: string): Promise<void> {
    const memberships = await asPerson(this.db, actor.personId, (tx) =>
      repo.listMemberships(tx, actor.personId),
    );
    if (!memberships.some((one) => one.organizationId === organizationId)) {
      throw notFound('You belong to no organization with this id.');
    }
    await repo.moveSession(this.db, actor.sessionId, organizationId);
  }

  async listSessions(actor: PersonActor): Promise<SessionInfo[]> {
    const rows = await repo.listSessions(this.db, actor.personId, this.clock.now());
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      userAgent: row.user_agent,
      address: row.address,
      current: row.id === actor.sessionId,
    }));
  }

  /** Ends one of the person's own sessions at once, everywhere. @throws AppError not-found */
  async endSession(actor: PersonActor, sessionId: string): Promise<void> {
    if (!(await repo.revokeSession(this.db, actor.personId, sessionId, this.clock.now()))) {
      throw notFound('You have no session with this id, or it is over already.');
    }
  }

  async listColleagues(actor: Actor) {
    return inOrganization(this.db, actor, (tx) => repo.listColleagues(tx, actor.organizationId));
  }
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + sessionHours * 3_600_000);
}
