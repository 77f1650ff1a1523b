import { clipText } from '../../../contract/cut.ts';
import type { Me, MeChange, SessionInfo } from '../../../contract/identity/identity.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  asPerson,
  becomePerson,
  type Db,
  inOrganization,
  type Transaction,
} from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../../platform/ids.ts';
import type { AccessEntry } from '../audit/index.ts';
import type { Actor, PersonActor, TokenActor } from './actor.ts';
import { sentence } from './catalogue.ts';
import * as repo from './identity.repo.ts';
import { passwordFits } from './passwords.ts';
import { permissionsOf } from './permissions.policy.ts';
import { recordForPerson } from './record-for-person.ts';
import { makeRoomForSession } from './session-limits.ts';
import { noteFailedSignIn } from './sign-in.jobs.ts';
import { claimAttempt, forgetFailures, newSignInTurns, signInShares } from './sign-in-limits.ts';

/** A session ends this long after it was last used… */
export const sessionHours = 14 * 24;
/** …and this long after it began, however often it is used. */
const sessionHoursInAll = 90 * 24;
/** "Last seen" is written at most this often: reading a page should not cause a write. */
const touchMinutes = 5;

/** Where a request came from, if that is known. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
}

export interface SignIn extends Client {
  readonly email: string;
  readonly password: string;
}

/** Who people are, and which sessions and tokens represent them. */
export class IdentityService {
  private readonly signInTurns = newSignInTurns();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session.
   * @returns the session's token; only its hash is stored
   * @throws AppError wrong-credentials (the same for an unknown account), too-many-requests (ID-6)
   */
  async signIn(given: SignIn): Promise<string> {
    const person = await this.checkPassword(given);
    const memberships = await asPerson(this.db, person.id, (tx) => repo.listMemberships(tx, person.id));
    const first = memberships[0];
    if (!first) {
      throw new AppError('not-allowed', sentence('signIn.nowhere'));
    }
    return this.db.transaction().execute(async (tx) => {
      const token = await this.startSession(tx, person.id, first.organizationId, given);
      await this.log(tx, person, { action: 'session.sign-in', facts: { address: given.address } });
      return token;
    });
  }

  /**
   * The person with this address and password. Success clears the failures of the account.
   * @throws AppError wrong-credentials (the same for an unknown account), too-many-requests (ID-6)
   */
  async checkPassword({ email, password, address }: Omit<SignIn, 'userAgent'>): Promise<repo.AccountRow> {
    return this.signInTurns.run(signInShares(address), () => this.tryPassword({ email, password, address }));
  }

  private async tryPassword({
    email,
    password,
    address,
  }: Omit<SignIn, 'userAgent'>): Promise<repo.AccountRow> {
    await claimAttempt(this.db, email, address, this.clock.now());
    const person = await repo.unscopedFindAccount(this.db, email);
    const fits = await passwordFits(password, person?.password_hash ?? null);
    if (!person || !fits || person.disabled_at) {
      await this.orderFailureNote(person?.id, address);
      throw new AppError('wrong-credentials', sentence('signIn.wrongCredentials'));
    }
    await forgetFailures(this.db, email);
    return person;
  }

  /** A job records it, so that a failure takes as long for an unknown account as for a known one. */
  private async orderFailureNote(personId: string | undefined, address: string): Promise<void> {
    const order = {
      personId: personId ?? newId(),
      entryId: newId(),
      at: this.clock.now().toISOString(),
      address,
    };
    await this.db.transaction().execute((tx) => noteFailedSignIn.enqueue(tx, order));
  }

  private log(
    tx: Transaction,
    person: { id: string; name: string },
    entry: Pick<AccessEntry, 'action' | 'detail' | 'facts'>,
  ): Promise<void> {
    return recordForPerson(tx, person, { ...entry, leadIds: [], at: this.clock.now() });
  }

  /** @returns the token of a new session in that organization; only its hash is stored */
  async startSession(
    tx: Transaction,
    personId: string,
    organizationId: string,
    { address, userAgent }: Client,
  ): Promise<string> {
    const now = this.clock.now();
    const token = newSecret('lls');
    await becomePerson(tx, personId);
    await makeRoomForSession(tx, personId, now);
    await repo.insertSession(tx, {
      id: newId(),
      token_hash: hashSecret(token),
      person_id: personId,
      organization_id: organizationId,
      user_agent: userAgent === null ? null : clipText(userAgent, 300),
      address,
      created_at: now,
      last_seen_at: now,
      expires_at: expiry(now),
    });
    return token;
  }

  /** The person behind a session token, in the organization they work in; undefined when the session has ended. */
  async findPersonActor(token: string): Promise<PersonActor | undefined> {
    const now = this.clock.now();
    const session = await repo.unscopedFindSession(this.db, hashSecret(token), now);
    const actor = session && actorBehind(session);
    if (actor && now.getTime() - session.last_seen_at.getTime() > touchMinutes * 60_000) {
      const end = { expiresAt: expiry(now), hoursInAll: sessionHoursInAll };
      await asPerson(this.db, session.person_id, (tx) => repo.touchSession(tx, session.id, now, end));
    }
    return actor;
  }

  /**
   * The people behind sessions now, by the hexadecimal hash of their token, in one query; ended sessions are missing.
   */
  async findLivingActors(tokenHashes: readonly Buffer[]): Promise<Map<string, PersonActor>> {
    const sessions = await repo.unscopedFindSessions(this.db, tokenHashes, this.clock.now());
    return new Map(
      sessions.flatMap((session) => {
        const actor = actorBehind(session);
        return actor ? [[session.token_hash.toString('hex'), actor] as const] : [];
      }),
    );
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
    const person = await repo.readPerson(this.db, actor.personId);
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
    if (Object.keys(columns).length === 0) return;
    await asPerson(this.db, actor.personId, async (tx) => {
      const before = await repo.findPerson(tx, actor.personId);
      await repo.updatePerson(tx, actor.personId, columns);
      if (!before || change.name === undefined || change.name === before.name) return;
      const facts = { before: before.name, after: change.name };
      await this.log(tx, before, {
        action: 'account.rename',
        detail: `${before.name} → ${change.name}`,
        facts,
      });
    });
  }

  /** Switches to another of the person's organizations. @throws AppError not-found */
  async switchOrganization(actor: PersonActor, organizationId: string): Promise<void> {
    const memberships = await asPerson(this.db, actor.personId, (tx) =>
      repo.listMemberships(tx, actor.personId),
    );
    if (!memberships.some((one) => one.organizationId === organizationId)) {
      throw notFound(sentence('signIn.foreignOrganization'));
    }
    await asPerson(this.db, actor.personId, (tx) => repo.moveSession(tx, actor.sessionId, organizationId));
  }

  async listSessions(actor: PersonActor): Promise<SessionInfo[]> {
    const rows = await asPerson(this.db, actor.personId, (tx) =>
      repo.listSessions(tx, actor.personId, this.clock.now()),
    );
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      userAgent: row.user_agent,
      address: row.address,
      current: row.id === actor.sessionId,
    }));
  }

  /** Ends one of the person's own sessions immediately, everywhere. @throws AppError not-found */
  async endSession(actor: PersonActor, sessionId: string): Promise<void> {
    const ended = await asPerson(this.db, actor.personId, async (tx) => {
      const done = await repo.revokeSession(tx, actor.personId, sessionId, this.clock.now());
      const detail = sessionId === actor.sessionId ? undefined : 'another session of theirs';
      if (done)
        await this.log(tx, { id: actor.personId, name: actor.name }, { action: 'session.sign-out', detail });
      return done;
    });
    if (!ended) {
      throw notFound(sentence('signIn.noSession'));
    }
  }

  async listColleagues(actor: Actor) {
    return inOrganization(this.db, actor, (tx) => repo.listColleagues(tx, actor.organizationId));
  }
}

/** The person of a session, in the organization it works in; undefined when they no longer belong to any. */
function actorBehind(session: repo.SessionRow): PersonActor | undefined {
  const home =
    session.memberships.find((one) => one.organizationId === session.organization_id) ??
    session.memberships[0];
  if (!home) return undefined;
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

function expiry(now: Date): Date {
  return new Date(now.getTime() + sessionHours * 3_600_000);
}
