import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import type { Logger } from '../../platform/log.ts';
import type { Actor } from '../identity/index.ts';
import { leadScopeOf } from './lead-scope.ts';
import { listVisibleIds } from './leads.repo.ts';

/** How often the log of events is looked at while somebody listens. */
const pollMilliseconds = 700;
/** A message names at most this many leads; beyond that the reader only needs to know that much has changed. */
const maxIdsPerMessage = 200;

/** Leads that were received or changed, or: the Action center of the listener was written to. */
export type LiveMessage =
  | { readonly event: 'leads'; readonly leadIds: string[] }
  | { readonly event: 'action-center' };

export interface Listener {
  readonly actor: Actor;
  /** false: whoever listens sees no leads, and hears of the Action center only. */
  readonly hearsOfLeads: boolean;
  readonly send: (message: LiveMessage) => void;
}

/**
 * Tells listeners which leads were received or changed (WS-9), and that they were notified (NT-5). Reads the event
 * log and the notifications by transaction snapshot, so that a transaction that commits late is never missed, and
 * asks the one predicate what each listener may see. Looks only while somebody listens.
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
  ) {}

  /** Starts listening; the returned function stops it. */
  async listen(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    // Everybody who comes at the same moment waits for the same beginning.
    this.beginning ??= this.begin();
    try {
      await this.beginning;
    } catch (error) {
      // The next one tries anew.
      this.leave(listener);
      throw error;
    }
    this.schedule();
    return () => this.leave(listener);
  }

  /** Ends after a look that is under way. */
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
    const snapshot = await this.currentSnapshot();
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
    const next = await this.currentSnapshot();
    const { rows } = await sql<{ organization_id: string; lead_id: string }>`
      select organization_id, lead_id from lead_events_since(${since}::pg_snapshot)`.execute(this.db);
    const notified = await this.findNotified(since);
    // The last listener may have left meanwhile; who comes next begins anew.
    if (this.listeners.size === 0) return;
    this.snapshot = next;
    const changed = new Map<string, string[]>();
    for (const row of rows) {
      const ids = changed.get(row.organization_id) ?? [];
      ids.push(row.lead_id);
      changed.set(row.organization_id, ids);
    }
    await Promise.all(
      [...this.listeners].map(async (listener) => {
        await this.tell(listener, changed.get(listener.actor.organizationId));
        if (notified.has(ownerKey(listener.actor.organizationId, listener.actor.personId)))
          listener.send({ event: 'action-center' });
      }),
    );
  }

  private async findNotified(since: string): Promise<Set<string>> {
    const { rows } = await sql<{ organization_id: string; person_id: string }>`
      select organization_id, person_id from notifications_since(${since}::pg_snapshot)`.execute(this.db);
    return new Set(rows.map((row) => ownerKey(row.organization_id, row.person_id)));
  }

  private async tell(listener: Listener, leadIds: string[] | undefined): Promise<void> {
    if (!listener.hearsOfLeads || !leadIds || leadIds.length === 0) return;
    const scope = leadScopeOf(listener.actor, this.clock.now());
    const visible = await inOrganization(this.db, listener.actor, (tx) => listVisibleIds(tx, scope, leadIds));
    if (visible.length > 0) listener.send({ event: 'leads', leadIds: visible.slice(0, maxIdsPerMessage) });
  }

  private async currentSnapshot(): Promise<string> {
    const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(
      this.db,
    );
    return rows[0]?.snapshot ?? '';
  }
}

const ownerKey = (organizationId: string, personId: string | null) => `${organizationId} ${personId}`;
