import type { Desk, DeskChange } from '../../../../contract/leads/views.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { wrongValue } from '../../../platform/errors.ts';
import { type PersonActor, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './desk.repo.ts';
import { findView, keepView } from './views.repo.ts';

/** What the list remembers for a person, on every device (decision 042). */
export class DeskService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed */
  read(actor: PersonActor): Promise<Desk> {
    requirePermission(actor, 'readLeads');
    return inOrganization(this.db, actor, async (tx) => {
      const desk = await repo.findDesk(tx, actor);
      // A view that is no longer shared cannot be opened: the list opens as the person last had it.
      const opens = desk.defaultViewId !== null && (await findView(tx, actor, desk.defaultViewId));
      return opens ? desk : { ...desk, defaultViewId: null };
    });
  }

  /** Remembers what is sent. @throws AppError not-allowed, invalid-request for a view that they cannot open */
  change(actor: PersonActor, change: DeskChange): Promise<Desk> {
    requirePermission(actor, 'readLeads');
    return inOrganization(this.db, actor, async (tx) => {
      const { defaultViewId } = change;
      if (defaultViewId) await keepView(tx, actor.organizationId, defaultViewId);
      if (defaultViewId && !(await findView(tx, actor, defaultViewId)))
        throw wrongValue('body.defaultViewId', 'known-view', sentence('unseenDefault'));
      await repo.saveDesk(tx, actor, change, this.clock.now());
      return repo.findDesk(tx, actor);
    });
  }
}
