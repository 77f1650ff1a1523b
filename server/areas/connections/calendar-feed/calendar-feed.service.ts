import type { CalendarFeedAnswer, CalendarFeedCreated } from '../../../../contract/working-time/calendar.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../../../platform/ids.ts';
import { recordAccess } from '../../audit/index.ts';
import {
  findOwnFeed,
  insertFeed,
  lockFeedsOf,
  type PersonActor,
  revokeFeed,
  touchFeed,
  unscopedFindFeed,
} from '../../identity/index.ts';
import { leadScopeOf, scopeOfGrants } from '../../leads/index.ts';
import { findWorkingCalendar } from '../../working-time/index.ts';
import { presentFeed } from './calendar-feed.presenter.ts';
import { chooseNearest, maxFeedEvents } from './calendar-feed.rules.ts';
import { sentence } from './catalogue.ts';
import { listPurchases, listSteps, listUnanswered } from './due-leads.repo.ts';

/** "Last used" is written at most this often: calendars poll all day. */
const touchMinutes = 5;
const dayCharacters = 'YYYY-MM-DD'.length;

/** Due dates for calendar programs, through a secret link for each person and organization. */
export class CalendarFeedService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /** Whether the person has a link here. @throws AppError not-allowed for roles that see no leads */
  async find(actor: PersonActor): Promise<CalendarFeedAnswer> {
    leadScopeOf(actor, this.clock.now());
    const row = await inOrganization(this.db, actor, (tx) =>
      findOwnFeed(tx, actor.organizationId, actor.personId),
    );
    if (!row) return { feed: null };
    return {
      feed: {
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      },
    };
  }

  /**
   * Creates a link and revokes any before it. Both are in the access log (ID-7).
   * @returns the link in plain text, this once: only the hash of its token is stored
   * @throws AppError not-allowed for roles that see no leads
   */
  async create(actor: PersonActor): Promise<CalendarFeedCreated> {
    const now = this.clock.now();
    leadScopeOf(actor, now);
    const token = newSecret('lcf');
    const feedId = newId();
    const { organizationId, personId } = actor;
    await inOrganization(this.db, actor, async (tx) => {
      await lockFeedsOf(tx, organizationId, personId);
      const replaced = await revokeFeed(tx, organizationId, personId, now);
      await recordAccess(tx, actor, {
        action: 'feed.create',
        leadIds: [],
        ...(replaced ? { detail: 'in place of the one before, which ended' } : {}),
        facts: { feedId, replaced },
        at: now,
      });
      await insertFeed(tx, {
        organization_id: organizationId,
        id: feedId,
        person_id: personId,
        token_hash: hashSecret(token),
        created_at: now,
      });
    });
    return { url: `${this.publicUrl}/calendar/${token}.ics`, createdAt: now.toISOString() };
  }

  /** Revokes the link immediately, also for people whose role no longer sees leads. @throws AppError not-found */
  async revoke(actor: PersonActor): Promise<void> {
    const now = this.clock.now();
    await inOrganization(this.db, actor, async (tx) => {
      const revoked = await revokeFeed(tx, actor.organizationId, actor.personId, now);
      if (!revoked) throw notFound(sentence('noLink'));
      await recordAccess(tx, actor, { action: 'feed.revoke', leadIds: [], at: now });
    });
  }

  /**
   * What a calendar program reads: the dates of the leads that the link's person may see today in the link's
   * organization, at most 1,000, in pieces. undefined: there is no such link, or the person may not see leads there
   * (any longer).
   */
  async read(token: string): Promise<Iterable<string> | undefined> {
    const feed = await unscopedFindFeed(this.db, hashSecret(token));
    if (!feed) return undefined;
    const now = this.clock.now();
    const tenant = { organizationId: feed.organization_id, personId: feed.person_id };
    // The same rule as when the person signs in.
    const scope = scopeOfGrants({ ...tenant, grants: feed.grants }, now);
    if (!scope) return undefined;
    return inOrganization(this.db, tenant, async (tx) => {
      if (isStale(feed.last_used_at, now)) await touchFeed(tx, feed.organization_id, feed.id, now);
      const calendar = await findWorkingCalendar(tx, feed.organization_id);
      const today = now.toISOString().slice(0, dayCharacters);
      const dues = [
        ...(await listUnanswered(tx, scope, maxFeedEvents)),
        ...(await listPurchases(tx, scope, today, maxFeedEvents)),
        ...(await listSteps(tx, scope, today, maxFeedEvents)),
      ];
      return presentFeed(chooseNearest(dues, now), {
        organizationName: feed.organization_name,
        organizationKind: feed.organization_kind,
        timeZone: feed.time_zone ?? calendar?.timeZone ?? 'UTC',
        calendar,
        locale: feed.locale ?? 'en',
        publicUrl: this.publicUrl,
      });
    });
  }
}

function isStale(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > touchMinutes * 60_000;
}
