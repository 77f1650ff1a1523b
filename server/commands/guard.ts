import { isDatabaseAway } from '../platform/database/trouble.ts';
import type { Logger } from '../platform/log.ts';

/** Libraries that own connections and timers, and at times leave a promise or an event to itself. */
const connectionOwners =
  /node_modules\/(graphile-worker|pg|pg-pool|pg-protocol|pg-cursor|kysely|nodemailer)\//;
/** A connection that broke where nobody listened: the error of a socket names no library. */
const brokenConnection = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED|ECONNABORTED)$/;

/** More of these in a row are no accident: the process ends rather than go on in an unknown state. */
const mostInAMinute = 20;

/** What an error that nobody handled leads to. */
export interface Watched {
  /** Begins anew with the part that such an error may have left in no sound state. */
  readonly restart: () => void;
  /** Ends the process in an orderly way. */
  readonly end: () => void;
}

export interface ProcessGuard {
  /** From now on these are restarted and ended; before, during the start, an error ends the process at once. */
  watch(watched: Watched): void;
  /** Takes the guard away. */
  leave(): void;
}

/**
 * Keeps one broken connection from ending the process: errors that libraries leave to themselves restart the worker
 * part, whose jobs can bear to be done twice. Any other error that nobody handled is a defect: it is logged and the
 * process ends in order, so that whoever watches it starts another.
 */
export function guardProcess(log: Logger): ProcessGuard {
  let recent: number[] = [];
  let watched: Watched = { restart: () => undefined, end: () => process.exit(1) };
  const handle = (error: unknown) => {
    const now = performance.now();
    recent = [...recent.filter((at) => now - at < 60_000), now];
    if (isOfConnections(error) && recent.length <= mostInAMinute) {
      log.error({ err: error }, 'a connection broke that nothing was waiting for; the worker part restarts');
      watched.restart();
      return;
    }
    log.fatal({ err: error }, 'an error that nobody handled; the process ends');
    watched.end();
  };
  process.on('unhandledRejection', handle);
  process.on('uncaughtException', handle);
  return {
    watch: (those) => {
      watched = those;
    },
    leave: () => {
      process.off('unhandledRejection', handle);
      process.off('uncaughtException', handle);
    },
  };
}

/** True for errors of connections, by their code or by the library in whose code they arose. */
export function isOfConnections(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return brokenConnection.test(code) || isDatabaseAway(error) || connectionOwners.test(error.stack ?? '');
}
