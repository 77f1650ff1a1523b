import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import type { ImportSettings } from '../../../../contract/imports/imports.ts';
import {
  type ImportDateOrder,
  type ImportDecimalSign,
  type ImportSource,
  type ImportState,
  importKeptDays,
} from '../../../../contract/imports/lists.ts';
import type { TableFault, TableShape, TextEncoding } from '../../../engines/table-files/index.ts';
import type { Meanings } from '../rows/meanings.ts';

/** How a file is read, as it is stored with the import. */
export interface ImportReading {
  /** undefined: the file could not be read. */
  readonly shape: TableShape;
  /** What all of the file’s bytes said; null: they are no text. */
  readonly found: TextEncoding | null;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  /** For each header, the field that its column fills. */
  readonly fields: readonly (ImportField | null)[];
  /** The first values of each column. */
  readonly samples: readonly (readonly string[])[];
  readonly source: ImportSource | null;
  readonly dateOrder: ImportDateOrder;
  readonly decimalSign: ImportDecimalSign;
  readonly formulas: boolean;
  readonly externalLinks: boolean;
  /** What somebody said that words mean. */
  readonly meanings?: Meanings;
}

/** For each field, the words that were not understood, with the number of their rows. */
export type UnknownWords = Readonly<Partial<Record<ImportField, Readonly<Record<string, number>>>>>;

/** More different words than somebody would choose a meaning for. */
const mostWords = 200;
const mostCharacters = 200;

/** Adds up the words of more rows. */
export function countWords(
  known: UnknownWords,
  asked: Iterable<{ readonly field: ImportField; readonly word: string }>,
): UnknownWords {
  const counts: Partial<Record<ImportField, Record<string, number>>> = {};
  for (const { field, word } of asked) {
    if (word.length > mostCharacters) continue;
    counts[field] ??= Object.assign(Object.create(null), known[field]) as Record<string, number>;
    const words = counts[field];
    if (words[word] !== undefined || Object.keys(words).length < mostWords)
      words[word] = (words[word] ?? 0) + 1;
  }
  return { ...known, ...counts };
}

export type StoredSettings = ImportSettings;

/** Why an import failed: a key of the catalogue, with the place in the file. */
export interface ImportProblem {
  readonly key: TableFault | 'lostRole' | 'notWritten' | 'fileGone';
  readonly row?: number;
  readonly column?: number;
}

/** Imports of an organization that may be at work at the same time. */
export const mostAtWork = 3;
/** What an organization’s files may have together, in bytes, when another one arrives. */
export const mostKeptBytes = 2 * 1024 ** 3;
/** After so many failures in a row an import has failed. */
export const mostFailures = 5;
/** How long an import is listed, in days. */
export const listedDays = 30;

/** What a person can do with an import. */
export type ImportStep = 'change' | 'run' | 'pause' | 'cancel' | 'undo';

/** The one table of what can be done in which state. */
const steps: Readonly<Record<ImportStep, readonly ImportState[]>> = {
  change: ['checking', 'ready'],
  run: ['ready', 'paused'],
  pause: ['running'],
  cancel: ['checking', 'ready', 'running', 'paused'],
  undo: ['done', 'cancelled', 'paused', 'failed'],
};

interface SteppedImport {
  readonly state: ImportState;
  readonly created_at: Date;
  readonly started_at: Date | null;
}

/** Whether a person can do this with an import now. */
export function mayStep(step: ImportStep, one: SteppedImport, now: Date): boolean {
  if (!steps[step].includes(one.state)) return false;
  if (step === 'run') return now < daysAfter(one.created_at);
  const until = undoableUntil(one);
  return step !== 'undo' || (until !== null && now < until);
}

/** Until when an import can be taken back; null: it wrote nothing. */
export function undoableUntil({ started_at: startedAt }: Pick<SteppedImport, 'started_at'>): Date | null {
  return startedAt && daysAfter(startedAt);
}

const daysAfter = (at: Date) => new Date(at.getTime() + importKeptDays * 86_400_000);

/** What follows an import waits for its end no longer than this, in milliseconds. */
const longestWait = 15 * 60_000;
/** The pace of the first rows says little. */
const shortestWait = 60_000;

interface Progress {
  readonly started_at: Date | null;
  readonly create_count: number;
  readonly update_count: number;
  readonly created: number;
  readonly updated: number;
  readonly left_alone: number;
}

/**
 * When all rows are written, even at half the pace so far: checks of the leads wait until then, because they would
 * change each lead while the import needs the database. undefined: it is over with these rows, or the pace is not known yet.
 */
export function expectedEnd(one: Progress, rowsNow: number, now: Date): Date | undefined {
  const done = one.created + one.updated + one.left_alone + rowsNow;
  const left = one.create_count + one.update_count - done;
  const spent = one.started_at ? now.getTime() - one.started_at.getTime() : 0;
  if (left <= 0 || spent <= 0) return undefined;
  const wait = Math.max(shortestWait, (2 * left * spent) / done);
  return new Date(now.getTime() + Math.min(longestWait, wait));
}
