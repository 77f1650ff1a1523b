import type { AnnouncementCreate, AnnouncementCreated } from '../../../contract/action-center.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type Actor, notAllowed } from '../identity/index.ts';
import { recordAccess } from '../leads/index.ts';
import { runsInstallation } from './actions.rules.ts';
import { unscopedPublishAnnouncement } from './notifications.repo.ts';

/** What the operator tells the people of all partners (NT-5). */
export class AnnouncementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Tells everybody who has not switched announcements off; who did it stands in the access log. @throws AppError not-allowed */
  async publish(actor: Actor, { title, text }: AnnouncementCreate): Promise<AnnouncementCreated> {
    if (!runsInstallation(actor)) throw notAllowed(['operator-admin'], actor);
    const id = newId();
    const at = this.clock.now();
    const people = await inOrganization(this.db, actor, async (tx) => {
      await recordAccess(tx, actor, { action: 'announcement.publish', leadIds: [], detail: title, at });
      return unscopedPublishAnnouncement(tx, id, { kind: 'announcement', title, text }, at);
    });
    return { id, people };
  }
}
