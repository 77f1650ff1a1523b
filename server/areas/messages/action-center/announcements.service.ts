import type {
  Announcement,
  AnnouncementCreate,
  AnnouncementCreated,
} from '../../../../contract/messages/action-center.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, recallRequest, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import { announcementFacts } from './notification-facts.ts';
import * as repo from './notifications.repo.ts';

const mostListed = 50;
/** How many announcements are searched for a repeated request: repeats come soon, and older ones are in the list. */
const mostRecalled = 1000;

/** The operator's announcements to the people of all partners (NT-5). */
export class AnnouncementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Notifies everyone who has not turned announcements off; the access log says who published it. Repeating the same
   * request notifies nobody twice.
   * @throws AppError not-allowed, idempotency-key-reused
   */
  async publish(
    actor: Actor,
    body: AnnouncementCreate,
    idempotencyKey: string | undefined,
  ): Promise<AnnouncementCreated & { isNew: boolean }> {
    requirePermission(actor, 'announce');
    const { title, text } = body;
    const id = newId();
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const made = { door: 'announcement', idempotencyKey, body, newId: id, at } as const;
      const knownId = await recallRequest(tx, actor, made);
      if (knownId !== undefined) return { id: knownId, people: await countTold(tx, knownId), isNew: false };
      await recordAccess(tx, actor, { action: 'announcement.publish', leadIds: [], detail: title, at });
      const facts = { kind: 'announcement', title, text } as const;
      return { id, people: await repo.unscopedPublishAnnouncement(tx, id, facts, at), isNew: true };
    });
  }

  /** The newest announcements, with how many people were notified and have read them. @throws AppError not-allowed */
  async list(actor: Actor): Promise<Announcement[]> {
    requirePermission(actor, 'announce');
    const rows = await inOrganization(this.db, actor, (tx) => repo.unscopedListAnnouncements(tx, mostListed));
    return rows.map(({ id, facts, published_at, people, readers }) => {
      const { title, text } = announcementFacts.parse(facts);
      return { id, title, text, publishedAt: published_at.toISOString(), people, readers };
    });
  }

  /** Withdraws an announcement: it disappears from every Action center. @throws AppError not-allowed, not-found */
  async withdraw(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'announce');
    const at = this.clock.now();
    await inOrganization(this.db, actor, async (tx) => {
      const count = await repo.unscopedWithdrawAnnouncement(tx, id);
      if (count === 0) throw notFound(sentence('noAnnouncement'));
      await recordAccess(tx, actor, { action: 'announcement.take-back', leadIds: [], detail: id, at });
    });
  }
}

/** How many people were notified of an announcement; 0 once it is withdrawn. */
async function countTold(tx: Transaction, id: string): Promise<number> {
  const rows = await repo.unscopedListAnnouncements(tx, mostRecalled);
  return rows.find((row) => row.id === id)?.people ?? 0;
}
