import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A table that nobody can write to until it is released: stops work at a chosen place. */
export interface HeldTable {
  /** The server process of somebody who waits for the table; resolves once there is one. */
  waiting(): Promise<number>;
  /** Breaks the connection of somebody who waits: they die in the middle of their work. */
  killWaiting(): Promise<void>;
  release(): Promise<void>;
}

/** Takes a lock on the table that keeps writers out. */
export async function holdTable(connectionString: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`begin; lock table ${table} in exclusive mode`);
  const waiting = async () => {
    for (const deadline = Date.now() + 10_000; ; await sleep(5)) {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_locks where not granted and relation = '${table}'::regclass limit 1`,
      );
      if (rows[0]) return rows[0].pid;
      if (Date.now() > deadline) throw new Error(`nobody came to wait for the table ${table}`);
    }
  };
  return {
    waiting,
    killWaiting: async () => void (await client.query('select pg_terminate_backend($1)', [await waiting()])),
    release: () => client.end(),
  };
}
