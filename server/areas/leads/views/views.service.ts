import { maxFollowedViews, maxOwnViews, maxSharedViews } from '../../../../contract/leads/lists.ts';
import type {
  SavedView,
  SavedViewChange,
  SavedViewCreate,
  ViewDefinition,
} from '../../../../contract/leads/views.ts';
import { compareNames } from '../../../../contract/name-order.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { requireRevision } from '../../../platform/http/if-match.ts';
import { newId } from '../../../platform/ids.ts';
import { hasPermission, type PersonActor, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './views.repo.ts';
import { columnsOf, mayChange, withoutNames } from './views.rules.ts';

/** Saved views, each person's own version of them, and who is told about new leads in them (decision 042). */
export class ViewsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The person's own views and those that colleagues share, by name. @throws AppError not-allowed */
  list(actor: PersonActor): Promise<SavedView[]> {
    return this.work(actor, async (tx) => {
      const rows = await repo.listViews(tx, actor);
      return rows.map((row) => present(row, actor)).sort((a, b) => compareNames(a.name, b.name));
    });
  }

  /** @throws AppError not-allowed, not-found */
  get(actor: PersonActor, viewId: string): Promise<SavedView> {
    return this.work(actor, async (tx) => present(await find(tx, actor, viewId), actor));
  }

  /** A view that is shared is saved without what may name people. @throws AppError not-allowed, limit-reached */
  create(actor: PersonActor, view: SavedViewCreate): Promise<SavedView> {
    const id = newId();
    return this.work(actor, async (tx, now) => {
      await requireRoomForOwn(tx, actor);
      if (view.shared) await requireRoomForShared(tx, actor);
      const definition = view.shared ? withoutNames(view.definition) : view.definition;
      await repo.insertView(tx, actor, { id, ...view, definition }, now);
      return present(await find(tx, actor, id), actor);
    });
  }

  /**
   * Changes what is sent. The owner's layer goes when they save a definition: it is the view now. A view that is shared
   * is saved without what may name people.
   * @param ifMatch the version that the change is based on
   * @throws AppError not-allowed, not-found, settings-changed, limit-reached
   */
  change(
    actor: PersonActor,
    viewId: string,
    change: SavedViewChange,
    ifMatch: string | undefined,
  ): Promise<SavedView> {
    return this.work(actor, async (tx, now) => {
      const row = await this.findOwn(tx, actor, viewId);
      requireRevision(ifMatch, String(row.version), present(row, actor));
      if (row.owner_id !== actor.personId) await requireRoomForOwn(tx, actor);
      if (change.shared && !row.shared) await requireRoomForShared(tx, actor);
      await repo.updateView(tx, actor.organizationId, viewId, columnsOf(row, actor.personId, change), now);
      if (change.definition !== undefined) await repo.deleteLayer(tx, actor, viewId);
      if (change.shared === false) await repo.deleteFollowersBut(tx, actor, viewId);
      return present(await find(tx, actor, viewId), actor);
    });
  }

  /**
   * Deletes the view for everyone.
   * @param ifMatch the version that the person has seen
   * @throws AppError not-allowed, not-found, settings-changed
   */
  remove(actor: PersonActor, viewId: string, ifMatch: string | undefined): Promise<void> {
    return this.work(actor, async (tx) => {
      const row = await this.findOwn(tx, actor, viewId);
      requireRevision(ifMatch, String(row.version), present(row, actor));
      await repo.deleteView(tx, actor.organizationId, viewId);
    });
  }

  /** Keeps the person's own version of a view. @throws AppError not-allowed, not-found */
  saveLayer(actor: PersonActor, viewId: string, definition: ViewDefinition): Promise<SavedView> {
    return this.touch(actor, viewId, (tx, now) => repo.saveLayer(tx, actor, viewId, definition, now));
  }

  /** @throws AppError not-allowed, not-found */
  resetLayer(actor: PersonActor, viewId: string): Promise<SavedView> {
    return this.touch(actor, viewId, (tx) => repo.deleteLayer(tx, actor, viewId));
  }

  /**
   * From now on, the person is told about new leads in the view.
   * @throws AppError not-allowed, not-found, limit-reached
   */
  follow(actor: PersonActor, viewId: string): Promise<SavedView> {
    return this.touch(actor, viewId, async (tx, now, { followed }) => {
      if (followed) return;
      if ((await repo.countFollowedViews(tx, actor)) >= maxFollowedViews)
        throw new AppError('limit-reached', sentence('tooManyFollowed', { most: maxFollowedViews }));
      await repo.follow(tx, actor, viewId, now);
    });
  }

  /** @throws AppError not-allowed, not-found */
  unfollow(actor: PersonActor, viewId: string): Promise<SavedView> {
    return this.touch(actor, viewId, (tx) => repo.unfollow(tx, actor, viewId));
  }

  /** Changes what a view means to the person alone, and shows it. */
  private touch(
    actor: PersonActor,
    viewId: string,
    change: (tx: Transaction, now: Date, row: repo.ViewRow) => Promise<void>,
  ): Promise<SavedView> {
    return this.work(actor, async (tx, now) => {
      await repo.keepView(tx, actor.organizationId, viewId);
      await change(tx, now, await find(tx, actor, viewId));
      return present(await find(tx, actor, viewId), actor);
    });
  }

  private async findOwn(tx: Transaction, actor: PersonActor, viewId: string): Promise<repo.ViewRow> {
    await repo.lockView(tx, actor.organizationId, viewId);
    const row = await find(tx, actor, viewId);
    if (mayChange(row, changerOf(actor))) return row;
    if (row.owner_name === null) throw new AppError('not-allowed', sentence('ownerLeft'));
    throw new AppError('not-allowed', sentence('notYours', { owner: row.owner_name }));
  }

  private work<T>(actor: PersonActor, work: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    requirePermission(actor, 'readLeads');
    return inOrganization(this.db, actor, (tx) => work(tx, this.clock.now()));
  }
}

async function find(tx: Transaction, actor: PersonActor, viewId: string): Promise<repo.ViewRow> {
  const row = await repo.findView(tx, actor, viewId);
  if (!row) throw notFound(sentence('unknown'));
  return row;
}

const changerOf = (actor: PersonActor) => ({
  personId: actor.personId,
  mayManage: hasPermission(actor, 'manageViews'),
});

/** @throws AppError limit-reached */
async function requireRoomForOwn(tx: Transaction, actor: PersonActor): Promise<void> {
  if ((await repo.countOwnViews(tx, actor)) >= maxOwnViews)
    throw new AppError('limit-reached', sentence('tooMany', { most: maxOwnViews }));
}

/** @throws AppError limit-reached */
async function requireRoomForShared(tx: Transaction, actor: PersonActor): Promise<void> {
  if ((await repo.countSharedViews(tx, actor)) >= maxSharedViews)
    throw new AppError('limit-reached', sentence('tooManyShared', { most: maxSharedViews }));
}

function present(row: repo.ViewRow, actor: PersonActor): SavedView {
  const { id, name, shared, owner_id, owner_name, definition, layer, followed, version, updated_at } = row;
  return {
    id,
    name,
    shared,
    owner: owner_name === null ? null : { id: owner_id, name: owner_name },
    mine: mayChange(row, changerOf(actor)),
    definition,
    layer,
    followed,
    version,
    updatedAt: updated_at.toISOString(),
  };
}
