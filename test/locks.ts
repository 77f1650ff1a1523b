import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { patienceMs } from './patience.ts';

/** A table that nobody can write to until it is released: stops work at a chosen point. */
export interface HeldTable {
  /** The server process of a session that waits for the table; resolves once there is one. */
  waiting(): Promise<number>;
  /** Resolves once that many sessions wait for a lock of any kind in this database. */
  waitingInAll(count: number): Promise<void>;
  /** Breaks the connection of a waiting session: it dies in the middle of its work. */
  killWaiting(): Promise<void>;
  release(): Promise<void>;
}

/** Takes a lock on the table that keeps writers out. */
export async function holdTable(connectionString: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`begin; lock table ${table} in exclusive mode`);
  const untilThereIs = async <Row>(what: string, query: string, enough: (rows: Row[]) => boolean) => {
    for (const deadline = Date.now() + patienceMs; ; await sleep(5)) {
      // The list of waiting sessions is cached until the end of a transaction, and this one continues.
      await client.query('select pg_stat_clear_snapshot()');
      const { rows } = await client.query(query);
      if (enough(rows)) return rows as Row[];
      if (Date.now() > deadline) throw new Error(`nobody came to wait for ${what}`);
    }
  };
  const waiting = async () => {
    // Copies of one template number their tables alike, and the list of locks covers the whole server.
    const query = `select pid from pg_locks
      where not granted and relation = '${table}'::regclass
        and database = (select oid from pg_database where datname = current_database()) limit 1`;
    const rows = await untilThereIs<{ pid: number }>(`the table ${table}`, query, ({ length }) => length > 0);
    return rows[0]?.pid ?? 0;
  };
  return {
    waiting,
    waitingInAll: async (count) => {
      const query = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await untilThereIs(`a lock, ${count} in all`, query, ({ length }) => length >= count);
    },
    killWaiting: async () => void (await client.query('select pg_terminate_backend($1)', [await waiting()])),
    release: () => client.end(),
  };
}
