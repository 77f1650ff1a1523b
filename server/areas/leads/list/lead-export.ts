import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/database.ts';
import { exportMinutes, type PooledDb } from '../../../platform/database/pools.ts';
import type { Logger } from '../../../platform/log.ts';
import { type Share, Turns } from '../../../platform/turns.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import { type LeadExport, openExport } from './lead-export-file.ts';

/** The database ends a statement of its own accord only when we would have ended the export already. */
const graceMilliseconds = 10_000;

/** After waiting this long for an export, it is better to come again. */
const turnOptions = {
  waitMilliseconds: 60_000,
  refusal: sentence('tooManyExports'),
  retryAfterSeconds: 30,
};

/** Streams exactly the selected leads to whoever asked. */
export class LeadExportService {
  private readonly turns = new Turns(turnOptions);

  /**
   * @param db where the access is recorded
   * @param exports connections for exports alone: each is held for as long as its reader takes
   */
  constructor(
    private readonly db: Db,
    private readonly exports: PooledDb,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly lifetimeMilliseconds = exportMinutes * 60_000,
  ) {}

  /**
   * The connection behind the body is released when the body closes, read or not.
   * @param gone aborted when the client is gone
   * @throws AppError not-allowed, too-many-requests
   */
  async export(actor: Actor, query: LeadExportQuery, gone?: AbortSignal): Promise<LeadExport> {
    requirePermission(actor, 'exportLeads');
    const giveTurnBack = await this.turns.take(this.sharesOf(actor), gone);
    try {
      const client = await this.exports.pool.connect();
      try {
        const opened = await openExport(client, {
          ...{ db: this.db, actor, query, now: this.clock.now() },
          limitMilliseconds: this.lifetimeMilliseconds + graceMilliseconds,
        });
        this.watch(opened, actor, (whole) => {
          // The reader went away, or there was an error: the connection is not worth mending.
          client.release(!whole);
          giveTurnBack();
        });
        return opened;
      } catch (error) {
        client.release(true);
        throw error;
      }
    } catch (error) {
      giveTurnBack();
      throw error;
    }
  }

  /** Half of the connections for one organization, so that others get theirs however slow its readers are. */
  private sharesOf(actor: Actor): Share[] {
    const all = this.exports.pool.options.max;
    return [
      { of: 'everybody', running: all, waiting: 200 },
      { of: actor.organizationId, running: Math.max(1, Math.floor(all / 2)), waiting: 20 },
    ];
  }

  private watch({ body, rows }: LeadExport, actor: Actor, onClose: (whole: boolean) => void): void {
    const end = setTimeout(
      () => body.destroy(new Error('the export took too long')),
      this.lifetimeMilliseconds,
    ).unref();
    body.once('error', (error) =>
      this.log.error(
        { err: error, organizationId: actor.organizationId, rows },
        'an export broke off before its end',
      ),
    );
    body.once('close', () => {
      clearTimeout(end);
      onClose(body.readableEnded);
    });
  }
}
