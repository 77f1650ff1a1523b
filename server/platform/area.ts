import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './database/database.ts';
import type { AppPools } from './database/pools.ts';
import type { App } from './http/app.ts';
import type { AnyJob } from './jobs/jobs.ts';
import type { Logger } from './log.ts';

/** What every area is built from, in a server process as in a worker. */
export interface AreaParts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Connections by what must continue while people read (see {@link AppPools}); all the same in a worker. */
  readonly databases: { readonly [Kind in 'general' | 'intake' | 'accounts']: Db };
}

/** The server under construction, and its connections. */
export interface Serving {
  readonly app: App;
  readonly pools: AppPools;
}

/** What the jobs of a worker share. */
export interface Working {
  /** For a job that needs a connection of its own. */
  readonly pool: pg.Pool;
}

/**
 * What an area contributes to the processes. Whatever it needs from other areas is an argument of the function that
 * creates it, so that a missing dependency does not compile.
 */
export interface Area {
  /** Adds its routes to the server. */
  readonly serve?: (serving: Serving) => void | Promise<void>;
  /** Its background work, one-off and recurring. */
  readonly jobs?: (working: Working) => readonly AnyJob[];
}
