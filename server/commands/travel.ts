import { join } from 'node:path';
import { sql } from 'kysely';
import { splitClockDistance } from '../../contract/clock-distance.ts';
import { tickClockwork } from '../areas/leads/index.ts';
import { readConfig } from '../platform/config.ts';
import type { Db } from '../platform/database/database.ts';
import { findRunningServer } from '../platform/embedded-postgres/index.ts';
import { withDatabase } from './database.ts';
import { databaseName, holdsDemo, migrate, StartError } from './runtime.ts';

const secondsOf: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60 };
/** Ten years: by then nothing more can happen to any lead of the demo. */
const farthestSeconds = 3650 * 86_400;

/** How many seconds to travel; 0 returns to the machine's time. @throws StartError when the text is no such time */
export function readTravel(text: string): number {
  if (text === '0') return 0;
  const [, count, unit = ''] = /^([1-9]\d{0,6})([dhm])$/.exec(text) ?? [];
  const seconds = Number(count) * (secondsOf[unit] ?? Number.NaN);
  if (seconds <= farthestSeconds) return seconds;
  if (text.startsWith('-')) {
    throw new StartError(
      'The demo’s clock goes forward only: what has happened stays. 0 sets it back to the time of this machine.',
    );
  }
  throw new StartError(
    `“${text}” is no time to travel. Say 3d, 12h or 30m, at most 3650d; 0 sets the clock back to the time of this machine.`,
  );
}

/** `leadlight demo --travel …`: moves the clock of a demo, even a running one. */
export async function travel(env: NodeJS.ProcessEnv, text: string): Promise<void> {
  const seconds = readTravel(text);
  const config = readConfig({ LOG_LEVEL: 'warn', ...env });
  const running =
    config.databaseUrl === undefined
      ? await findRunningServer(join(config.dataFolder, 'postgres'), databaseName)
      : undefined;
  const ahead = await withDatabase(
    running === undefined ? env : { ...env, DATABASE_URL: running },
    async (database) => {
      await migrate(database);
      if (!(await holdsDemo(database))) {
        throw new StartError('Time travel works only with the demo, and this database does not hold it.');
      }
      return moveClock(database.ownerDb, seconds);
    },
  );
  console.log(
    ahead === 0
      ? 'The demo’s clock shows the time of this machine.'
      : `The demo’s clock is ${wordClockDistance(ahead)} ahead of this machine’s.`,
  );
}

/** @returns how many seconds ahead the clock is then */
async function moveClock(db: Db, seconds: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { clock_ahead_seconds: before } = await tx
      .selectFrom('installation')
      .select('clock_ahead_seconds')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const after = seconds === 0 ? 0 : before + seconds;
    if (after > farthestSeconds) {
      throw new StartError(
        `The demo’s clock is ${wordClockDistance(before)} ahead already and goes no farther than 3650 days. “--travel 0” sets it back.`,
      );
    }
    await tx.updateTable('installation').set({ clock_ahead_seconds: after }).execute();
    // Jobs scheduled for a time wait by the machine's clock; failed ones wait for their backoff, not for a time.
    await sql`
      select graphile_worker.reschedule_jobs(array[id], run_at => run_at - make_interval(secs => ${after - before}))
      from graphile_worker.jobs where attempts = 0 and locked_at is null and run_at > now()`.execute(tx);
    // The effects of time show immediately: once every process has read the clock again, not at the next full minute.
    await sql`
      select graphile_worker.add_job(${tickClockwork.name}, '{}'::json, job_key => ${tickClockwork.name},
                                     run_at => now() + interval '2 seconds')`.execute(tx);
    return after;
  });
}

/** "3 days", "1 day, 12 hours". */
function wordClockDistance(seconds: number): string {
  const { days, hours, minutes } = splitClockDistance(seconds);
  const parts: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ');
}
