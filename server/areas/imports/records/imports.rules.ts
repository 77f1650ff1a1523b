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
