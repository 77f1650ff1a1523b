import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../platform/clock.ts';
import {
  type Db,
  inOrganization,
  readInOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import { findMember } from '../../identity/index.ts';
import { Pace } from '../clockwork/clockwork-pace.ts';
import { timeRead } from '../clockwork/time-read.ts';
import { scopeOfGrants } from '../lead/lead-scope.sql.ts';
import { performBulkAction } from './bulk.jobs.ts';
import { bulkActionsEnded, bulkLeads } from './bulk.metrics.ts';
import * as repo from './bulk.repo.ts';
import { isOver, keptDays, mostFailures, unreachedHours } from './bulk.rules.ts';
import { type BulkLeadRow, type BulkResult, listNext, writeResults } from './bulk-leads.repo.ts';
import { type BatchDoer, refuseAll } from './do-batch.ts';

/** A bulk action, and for whom it is worked. */
export interface BulkPlace extends repo.Whose {
  readonly bulkActionId: string;
}

export interface BulkWorkOptions {
  /** The most leads in one transaction. */
  readonly batchSize?: number;
  /** A job lines up again after this long, so that others have their turn. */
  readonly turnMilliseconds?: number;
}

/** Someone waits for the result: longer batches than the clockwork's have less to do besides the leads. */
const batchMilliseconds = 150;
/** One of this many batches measures what people notice. */
const batchesPerRead = 4;

/**
 * Works bulk actions batch by batch. Each batch is all or nothing, and any number of processes may work the same one:
 * it is locked, so that each lead is done once, and whoever goes on begins where the others stopped.
 */
export class BulkWork {
  private readonly batchSize: number;
  private readonly turnMilliseconds: number;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly doer: BatchDoer,
    { batchSize = 200, turnMilliseconds = 10_000 }: BulkWorkOptions = {},
  ) {
    this.batchSize = batchSize;
    this.turnMilliseconds = turnMilliseconds;
  }

  /** Works a small one to its end, without pauses, while the person waits; a failure leaves the rest to a job. */
  async workAtOnce(place: BulkPlace, milliseconds: number): Promise<void> {
    const begun = performance.now();
    try {
      while (performance.now() - begun < milliseconds)
        if ((await this.workBatch(place, this.batchSize)) === undefined) return;
    } catch (error) {
      this.log.warn({ err: error, bulkActionId: place.bulkActionId }, 'a bulk action goes on in a job');
    }
  }

  /** Works for one turn, at least a batch, at the pace that readers bear, and lines up again if there is more. */
  async workTurn(place: BulkPlace): Promise<void> {
    // A small one was mostly worked before its job came.
    if (await this.isOver(place)) return;
    const begun = performance.now();
    const pace = new Pace(this.batchSize, batchMilliseconds);
    pace.noteCalmRead(await timeRead(this.db, place));
    for (let count = 0; count === 0 || performance.now() - begun < this.turnMilliseconds; count++) {
      const batchBegun = performance.now();
      const reading = count % batchesPerRead === 1 ? timeRead(this.db, place) : undefined;
      // Its error is handled below, or no longer matters.
      reading?.catch(() => undefined);
      const worked = await this.workOrFail(place, pace.batchSize);
      if (worked === undefined) return;
      await sleep(pace.noteBatch(worked, performance.now() - batchBegun, await reading));
    }
    await inOrganization(this.db, place, (tx) => performBulkAction.enqueue(tx, place, { key: keyOf(place) }));
  }

  /** Deletes what no one asks about anymore. */
  async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    await repo.unscopedForgetActions(this.db, new Date(now - keptDays * 86_400_000));
    await repo.unscopedForgetUnreached(this.db, new Date(now - unreachedHours * 3_600_000));
  }

  private async isOver(place: BulkPlace): Promise<boolean> {
    const action = await readInOrganization(this.db, place, (tx) =>
      repo.findOwn(tx, place, place.bulkActionId),
    );
    return !action || isOver(action.state);
  }

  /** @throws what the batch threw, unless it failed so often that the bulk action has failed */
  private async workOrFail(place: BulkPlace, size: number): Promise<number | undefined> {
    try {
      return await this.workBatch(place, size);
    } catch (error) {
      if (await this.noteFailure(place)) {
        this.log.error({ err: error, bulkActionId: place.bulkActionId }, 'a bulk action failed');
        return undefined;
      }
      throw error;
    }
  }

  /** @returns true when it has failed for good */
  private noteFailure(place: BulkPlace): Promise<boolean> {
    return inOrganization(this.db, place, async (tx) => {
      const action = await repo.lockOwn(tx, place, place.bulkActionId);
      if (!action || isOver(action.state)) return true;
      await repo.countFailure(tx, action);
      if (action.failures + 1 < mostFailures) return false;
      await repo.endEarly(tx, action, 'failed', this.clock.now());
      bulkActionsEnded.inc({ action: action.action, state: 'failed' });
      return true;
    });
  }

  /** One transaction. @returns how many leads it came to; undefined: there are no more, or it was canceled */
  private async workBatch(place: BulkPlace, size: number): Promise<number | undefined> {
    const worked = await inOrganization(this.db, place, async (tx) => {
      const action = await repo.lockOwn(tx, place, place.bulkActionId);
      if (!action || isOver(action.state)) return undefined;
      const leads = await listNext(tx, action, size);
      const now = this.clock.now();
      const results = await this.doFor(tx, place, { action, leads, now });
      await writeResults(tx, action, results, now);
      return { action, results };
    });
    if (!worked) return undefined;
    const { action, results } = worked;
    for (const { outcome } of results) bulkLeads.inc({ action: action.action, outcome });
    if (action.done + action.refused + results.length < action.total) return results.length;
    bulkActionsEnded.inc({ action: action.action, state: 'done' });
    return undefined;
  }

  /** In the name of the person who ordered it, with the roles that they have now (ID-1, ID-2). */
  private async doFor(
    tx: Transaction,
    place: BulkPlace,
    work: { action: repo.BulkActionRow; leads: readonly BulkLeadRow[]; now: Date },
  ): Promise<BulkResult[]> {
    const { action, leads, now } = work;
    const actor = await findMember(tx, place, action.id);
    const scope = actor && scopeOfGrants(actor, now);
    if (!scope) return refuseAll(leads, 'not-allowed');
    const undoing = action.undoes !== null;
    return this.doer.do({ tx, actor, scope, details: action.details, undoing, leads });
  }
}

/** The key of the job: one at a time waits for each bulk action. */
export function keyOf({ bulkActionId }: Pick<BulkPlace, 'bulkActionId'>): string {
  return `bulk ${bulkActionId}`;
}
