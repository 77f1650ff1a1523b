import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './database/database.ts';
import type { AppPools } from './database/pools.ts';
import type { App } from './http/app.ts';
import type { AnyJob } from './jobs/jobs.ts';
import type { Logger } from './log.ts';

/** What every area is made of, in a process that answers as in one that works. */
export interface AreaParts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Connections by what must go on while people read (see {@link AppPools}); one and the same where jobs are done. */
  readonly databases: { readonly [Kind in 'general' | 'intake' | 'accounts']: Db };
}

/** The server that is being put together, and its connections. */
export interface Serving {
  readonly app: App;
  readonly pools: AppPools;
}

/**
 * What an area brings into the processes. Whatever it needs of other areas is an argument of the function that makes
 * it, so that a missing wire does not compile.
 */
export interface Area {
  /** Adds its routes to the server that answers. */
  readonly serve?: (serving: Serving) => void | Promise<void>;
  /** What it does in the background, once and again and again. */
  readonly jobs?: () => readonly AnyJob[];
}
