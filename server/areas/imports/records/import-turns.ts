import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import { findMember } from '../../identity/index.ts';
import { Pace, timeRead } from '../../leads/index.ts';
import { type ImportForm, loadForm } from './import-form.ts';
import { type ImportPlace, keyOf, type writeImport } from './imports.jobs.ts';
import * as repo from './imports.repo.ts';
import { type ImportProblem, mostFailures } from './imports.rules.ts';

/** Work on many rows, batch by batch. */
export interface RowWork {
  /** The most rows in one transaction. */
  readonly mostRows: number;
  /** A job lines up again after this long, so that others have their turn. */
  readonly turnMilliseconds: number;
  /** One transaction. @returns how many rows it came to; undefined: there are no more, or the work was stopped */
  readonly batch: (size: number) => Promise<number | undefined>;
}

/** Batches lock nothing that people wait for, and longer ones have less to do besides the rows. */
const batchMilliseconds = 1000;
/** One of this many batches measures what people notice. */
const batchesPerRead = 4;
/** People and locations that a file may name are looked up again after this long. */
const formMilliseconds = 5000;

/** What the three kinds of work on imports share: turns, pace, failures, and in whose name they go on. */
export class ImportTurns {
  constructor(
    readonly db: Db,
    readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Works for one turn, at least a batch, at the pace that readers bear. @returns whether there is more */
  async work(place: ImportPlace, { mostRows, turnMilliseconds, batch }: RowWork): Promise<boolean> {
    const begun = performance.now();
    const pace = new Pace(mostRows, batchMilliseconds);
    pace.noteCalmRead(await timeRead(this.db, place));
    for (let count = 0; count === 0 || performance.now() - begun < turnMilliseconds; count++) {
      const batchBegun = performance.now();
      const reading = count % batchesPerRead === 1 ? timeRead(this.db, place) : undefined;
      // Its error is handled below, or no longer matters.
      reading?.catch(() => undefined);
      const worked = await this.orFail(place, () => batch(pace.batchSize));
      if (worked === undefined) return false;
      await sleep(pace.noteBatch(worked, performance.now() - batchBegun, await reading));
    }
    return true;
  }

  /**
   * Works for one turn in the name of the person, and lines up again if there is more. It ends when they lost the role.
   * @param job lines up again
   */
  async workInName(
    place: ImportPlace,
    {
      batch,
      ...options
    }: Omit<RowWork, 'batch'> & {
      readonly batch: (form: ImportForm, size: number) => Promise<number | undefined>;
    },
    job: Pick<typeof writeImport, 'enqueue'>,
  ): Promise<void> {
    const form = this.keepForm(place);
    const more = await this.work(place, {
      ...options,
      batch: async (size) => {
        const current = await form();
        if (current) return batch(current, size);
        await this.fail(place, { key: 'lostRole' });
        return undefined;
      },
    });
    if (more) await inOrganization(this.db, place, (tx) => job.enqueue(tx, place, { key: keyOf(place) }));
  }

  /** Ends an import that cannot go on. */
  fail({ organizationId, importId }: repo.ImportKey, problem: ImportProblem): Promise<void> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const record = await repo.lockImport(tx, { organizationId, importId });
      if (!record || !['checking', 'running', 'undoing'].includes(record.state)) return;
      const ended_at = this.clock.now();
      await repo.updateImport(tx, { organizationId, importId }, { state: 'failed', problem, ended_at });
    });
  }

  /** Looks up what the file can name, now and then, with the roles that the person has then (ID-1). */
  keepForm(place: ImportPlace): () => Promise<ImportForm | undefined> {
    let kept: { form: ImportForm | undefined; at: number } | undefined;
    return async () => {
      if (kept && performance.now() - kept.at < formMilliseconds) return kept.form;
      kept = { form: await this.loadForm(place), at: performance.now() };
      return kept.form;
    };
  }

  private loadForm(place: ImportPlace): Promise<ImportForm | undefined> {
    return inOrganization(this.db, place, async (tx) => {
      const record = await repo.findImport(tx, place);
      const actor = await findMember(tx, place, place.importId);
      return record && loadForm(tx, record, actor, this.clock.now());
    });
  }

  /** @throws what the batch threw, unless it failed so often that the import has failed */
  private async orFail(
    place: ImportPlace,
    batch: () => Promise<number | undefined>,
  ): Promise<number | undefined> {
    try {
      return await batch();
    } catch (error) {
      if (!(await this.noteFailure(place))) throw error;
      this.log.error({ err: error, importId: place.importId }, 'an import failed');
      await this.fail(place, { key: 'notWritten' });
      return undefined;
    }
  }

  /** @returns true when it has failed for good */
  private noteFailure(place: ImportPlace): Promise<boolean> {
    return inOrganization(this.db, place, async (tx) => {
      const record = await repo.lockImport(tx, place);
      if (!record) return true;
      await repo.updateImport(tx, place, { failures: record.failures + 1 });
      return record.failures + 1 >= mostFailures;
    });
  }
}
