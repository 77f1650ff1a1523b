import { isDatabaseAway } from '../platform/database/trouble.ts';
import type { Logger } from '../platform/log.ts';

/** Libraries that own connections and timers, and sometimes leave a promise or an event unhandled. */
const connectionOwners =
  /node_modules\/(graphile-worker|pg|pg-pool|pg-protocol|pg-cursor|kysely|nodemailer)\//;
/** A connection that broke without a listener: the error of a socket names no library. */
const brokenConnection = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED|ECONNABORTED)$/;

/** More of these within a minute are no accident: the process ends rather than continue in an unknown state. */
const mostInAMinute = 20;

/** What an unhandled error leads to. */
export interface Watched {
  /** Restarts the part that such an error may have left in an inconsistent state. */
  readonly restart: () => void;
  /** Shuts the process down in order. */
  readonly end: () => void;
}

export interface ProcessGuard {
  /** From now on errors restart or end these; before that, during the start, an error ends the process immediately. */
  watch(watched: Watched): void;
  /** Removes the guard. */
  leave(): void;
}

/**
 * Keeps one broken connection from ending the process: errors that libraries leave unhandled restart the worker part,
 * whose jobs can safely run twice. Any other unhandled error is a defect: it is logged and the process shuts down in
 * order, so that its supervisor starts another.
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

/** True for connection errors, by their code or by the library in whose code they arose. */
export function isOfConnections(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return brokenConnection.test(code) || isDatabaseAway(error) || connectionOwners.test(error.stack ?? '');
}
