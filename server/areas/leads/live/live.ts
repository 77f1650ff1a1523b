import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import type { PersonActor } from '../../identity/index.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { listVisibleIds } from '../lead/leads.repo.ts';
import { currentSnapshot, ownerKey, unscopedListChanged, unscopedListNotified } from './live.repo.ts';

/** How often the event log is polled while someone listens. */
const pollMilliseconds = 700;
/** A message names at most this many leads; beyond that the reader only needs to know that much has changed. */
const maxIdsPerMessage = 200;

/** Leads that were received or changed, or: the Action center of the listener was written to. */
export type LiveMessage =
  | { readonly event: 'leads'; readonly leadIds: string[] }
  | { readonly event: 'action-center' };

export interface Listener {
  /** Who listens, as they were when they began. */
  readonly actor: PersonActor;
  /**
   * The hash of the session's token: nothing is sent once the session has ended, or the person's access has changed.
   */
  readonly session: Buffer;
  /** false: the listener sees no leads, and gets only Action center events. */
  readonly hearsOfLeads: boolean;
  readonly send: (message: LiveMessage) => void;
  /** Called once the listener may no longer listen, at least not with the access they began with. */
  readonly end: () => void;
}

/** Finds the people behind sessions now, by the hexadecimal hash of their token; ended sessions are missing. */
export type FindLiving = (sessions: readonly Buffer[]) => Promise<ReadonlyMap<string, PersonActor>>;

interface News {
  /** Ids of leads by organization. */
  readonly changed: ReadonlyMap<string, string[]>;
  readonly notified: ReadonlySet<string>;
}

/**
 * Tells listeners which leads were received or changed (WS-9), and that they were notified (NT-5). Reads the event log
 * and the notifications by transaction snapshot, so that a transaction that commits late is never missed. Before
 * sending it checks again, once for all listeners, who may still listen, and with the one predicate what each scope may
 * see, once for all who share it. Polls only while someone listens.
 */
export class LiveLeads {
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;
  private snapshot: string | undefined;
  private looking: Promise<void> | undefined;
  private beginning: Promise<void> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly findLiving: FindLiving,
  ) {}

  /** Starts listening; the returned function stops it. */
  async listen(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    // Listeners that arrive at the same moment wait for the same start.
    this.beginning ??= this.begin();
    try {
      await this.beginning;
    } catch (error) {
      // The next one tries again.
      this.leave(listener);
      throw error;
    }
    this.schedule();
    return () => this.leave(listener);
  }

  /** Ends after a poll that is under way. */
  async stop(): Promise<void> {
    this.listeners.clear();
    clearTimeout(this.timer);
    await this.looking;
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.snapshot = undefined;
    this.beginning = undefined;
  }

  private async begin(): Promise<void> {
    const snapshot = await currentSnapshot(this.db);
    if (this.listeners.size > 0) this.snapshot = snapshot;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.looking = this.look().catch((error) =>
        this.log.warn({ err: error }, 'live updates could not be read'),
      );
      void this.looking.then(() => {
        this.timer = undefined;
        if (this.listeners.size > 0) this.schedule();
      });
    }, pollMilliseconds);
  }

  private async look(): Promise<void> {
    const since = this.snapshot;
    if (since === undefined) return;
    const next = await currentSnapshot(this.db);
    const news = {
      changed: await unscopedListChanged(this.db, since),
      notified: await unscopedListNotified(this.db, since),
    };
    await this.dismissStrangers();
    // The last listener may have left meanwhile; the next one starts over.
    if (this.listeners.size === 0) return;
    this.snapshot = next;
    await this.tellAll(news);
  }

  /** Ends the streams of people who are signed out, disabled or gone, or whose access has changed. */
  private async dismissStrangers(): Promise<void> {
    const asked = [...this.listeners];
    const sessions = new Map(asked.map(({ session }) => [session.toString('hex'), session]));
    const living = await this.findLiving([...sessions.values()]);
    for (const listener of asked) {
      const now = living.get(listener.session.toString('hex'));
      if (now && standing(now) === standing(listener.actor)) continue;
      this.leave(listener);
      listener.end();
    }
  }

  private async tellAll({ changed, notified }: News): Promise<void> {
    for (const { actor, send } of this.listeners)
      if (notified.has(ownerKey(actor.organizationId, actor.personId))) send({ event: 'action-center' });
    // One after another: however many listen, sending takes one connection.
    for (const { scope, listeners } of this.listenersByScope(changed)) {
      const leadIds = await this.visible(scope, changed.get(scope.organizationId) ?? []);
      if (leadIds.length > 0) for (const { send } of listeners) send({ event: 'leads', leadIds });
    }
  }

  /** Listeners that see the same, in the organizations where something changed. */
  private listenersByScope(changed: News['changed']): { scope: LeadScope; listeners: Listener[] }[] {
    const now = this.clock.now();
    const scopes = new Map<string, { scope: LeadScope; listeners: Listener[] }>();
    for (const listener of this.listeners) {
      if (!listener.hearsOfLeads || !changed.has(listener.actor.organizationId)) continue;
      const scope = leadScopeOf(listener.actor, now);
      const shared = scopes.get(scopeKey(scope));
      if (shared) shared.listeners.push(listener);
      else scopes.set(scopeKey(scope), { scope, listeners: [listener] });
    }
    return [...scopes.values()];
  }

  private async visible(scope: LeadScope, leadIds: string[]): Promise<string[]> {
    const ids = await inOrganization(this.db, scope, (tx) => listVisibleIds(tx, scope, leadIds));
    return ids.slice(0, maxIdsPerMessage);
  }
}

/** Everything that decides what a listener may receive. */
function standing({ personId, organizationId, grants }: PersonActor): string {
  return JSON.stringify([
    personId,
    organizationId,
    grants.map(({ role, locationId }) => `${role} ${locationId}`).sort(),
  ]);
}

/** Equal for scopes that see the same leads: teams depend on the person, locations do not. */
function scopeKey({ organizationId, personId, everything, locationIds, ownLocationIds }: LeadScope): string {
  if (everything) return organizationId;
  const byTeam = ownLocationIds === 'all' || ownLocationIds.length > 0;
  return JSON.stringify([
    organizationId,
    [...locationIds].sort(),
    byTeam ? [personId, ownLocationIds === 'all' ? 'all' : [...ownLocationIds].sort()] : null,
  ]);
}
