import type pg from 'pg';

/** Connection failures, shutdowns, recoveries and exhausted pools: worth a retry, unlike errors in a statement. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, syscall, message } = read(error);
  return (
    /^(08|57P|53)/.test(code) ||
    /^E(CONNREFUSED|CONNRESET|PIPE|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH)$/.test(code) ||
    // The socket of the embedded database is gone; any other missing file is a defect.
    (code === 'ENOENT' && syscall === 'connect') ||
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
      message,
    )
  );
}

/** The database cannot write: its disk is full (or its quota). */
export function isDiskFull(error: unknown): boolean {
  return read(error).code === '53100';
}

/** The system's error, in words for the operator. */
export function wordTrouble(error: unknown): string {
  const { code, message } = read(error);
  return words[code] ?? (message || code || 'no reason was given');
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was broken',
  EPIPE: 'the connection was broken',
  ENOTFOUND: 'its name cannot be found',
  EAI_AGAIN: 'its name cannot be found right now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ENOENT: 'its socket is not there',
  '57P01': 'it is being shut down',
  '57P02': 'it is recovering from a crash',
  '57P03': 'it is starting or recovering',
  '53300': 'it has no connection left for us',
  '53100': 'its disk is full',
};

function read(error: unknown): { code: string; syscall: unknown; message: string } {
  const { code, syscall, message, cause } = (error ?? {}) as Record<string, unknown>;
  if (code === undefined && cause !== undefined && cause !== error) return read(cause);
  return { code: String(code ?? ''), syscall, message: typeof message === 'string' ? message : '' };
}

/** For this long after the last refusal the disk counts as full; then the next write shows whether it still is. */
const fullMilliseconds = 15_000;
let diskFullAt = Number.NEGATIVE_INFINITY;

/** Records that the database refused to write for lack of space; ignores anything else. */
export function noteDiskFull(error: unknown): void {
  if (isDiskFull(error)) diskFullAt = performance.now();
}

/** True when the database refused to write for lack of space a moment ago. */
export function wasDiskFull(): boolean {
  return performance.now() - diskFullAt < fullMilliseconds;
}

/** Where a pool connects to, without user and password. */
export function databaseAddress(connectionString: string): string {
  const url = new URL(connectionString);
  const host = url.searchParams.get('host') ?? url.hostname;
  const port = url.port || url.searchParams.get('port') || '5432';
  return `${host}:${port}${url.pathname}`;
}

export interface Patience {
  readonly connectionString: string;
  readonly seconds: number;
  /** Called once, when there is something to wait for. */
  readonly tell: (sentence: string) => void;
  /** Ends the waiting. */
  readonly signalled?: Promise<unknown> | undefined;
}

/** The database cannot be used; the message is a sentence for the operator. */
export class DatabaseUnusable extends Error {}

const askMilliseconds = 500;

/**
 * Resolves when the database answers; waits while it is unreachable, so that it may start at the same time as we do.
 * @throws DatabaseUnusable when it stays unreachable, or refuses us
 */
export async function awaitDatabase(pool: pg.Pool, patience: Patience): Promise<void> {
  const { connectionString, seconds, tell, signalled } = patience;
  const address = databaseAddress(connectionString);
  const deadline = performance.now() + seconds * 1000;
  let interrupted = false;
  const interruption = signalled?.then(() => {
    interrupted = true;
  });
  for (let told = false; ; told = true) {
    const trouble = await ask(pool);
    if (trouble === undefined) return;
    if (!isDatabaseAway(trouble)) throw new DatabaseUnusable(refusal(trouble, address));
    if (interrupted) throw new DatabaseUnusable(`Interrupted while the database at ${address} was away.`);
    const reason = wordTrouble(trouble);
    if (performance.now() >= deadline) throw new DatabaseUnusable(stayedAway(address, seconds, reason));
    if (!told) tell(`Waiting at most ${wordSpan(seconds)} for the database at ${address}: ${reason}.`);
    await untilAskedAgain(interruption);
  }
}

function wordSpan(seconds: number): string {
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}

function stayedAway(address: string, seconds: number, reason: string): string {
  const how = seconds === 0 ? 'does not answer' : `did not answer within ${wordSpan(seconds)}`;
  return `The database at ${address} ${how}: ${reason}. Start it, or correct DATABASE_URL.`;
}

async function ask(pool: pg.Pool): Promise<unknown> {
  try {
    await pool.query('select 1');
    return undefined;
  } catch (error) {
    return error ?? new Error('no reason was given');
  }
}

async function untilAskedAgain(interruption: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, askMilliseconds);
  });
  await Promise.race(interruption ? [pause, interruption] : [pause]);
  clearTimeout(timer);
}

function refusal(error: unknown, address: string): string {
  const { code } = read(error);
  if (code.startsWith('28'))
    return `The database at ${address} does not take the user or password in DATABASE_URL.`;
  if (code === '3D000') return `There is no database at ${address}. Create it, or correct DATABASE_URL.`;
  return `The database at ${address} cannot be used: ${wordTrouble(error)}.`;
}
