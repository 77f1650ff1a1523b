import { createHash } from 'node:crypto';
import { importChoices } from '../../../contract/imports/import-fields.ts';
import type { ImportChange, ImportSettings } from '../../../contract/imports/imports.ts';
import {
  type FileSource,
  type InspectedTable,
  inspectTable,
  type ShapeWishes,
  TableError,
  type TextEncoding,
} from '../../engines/table-files/index.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { countKnownHeaders, findSource, foldHeader, suggestColumns } from './columns/suggest-columns.ts';
import { problemOf, problemSentence } from './imports.presenter.ts';
import { sentence } from './records/catalogue.ts';
import { findMapping, type Mapping } from './records/imports.repo.ts';
import type { ImportReading } from './records/imports.rules.ts';
import { findDateOrder, findDecimalSign, foldWord } from './rows/values.rules.ts';

/** The first values of each column that are kept, and how much of each. */
const keptSamples = 5;
const keptCharacters = 80;

/**
 * Finds out how a file is read and which columns fill which fields: as the last time for these headers, or as their names
 * and values suggest.
 * @throws AppError invalid-request with the place in the file
 */
export async function inspectImport(
  source: FileSource,
  found: TextEncoding | undefined,
  { remembered, wishes = {} }: InspectImportOptions,
): Promise<ImportReading> {
  const table = await inspectOrRefuse(source, found, wishes);
  const { header, sample } = table;
  const values = header.map((_, column) => sample.map(({ cells }) => (cells[column] ?? '').trim()));
  const last = await remembered(headersKey(header));
  const fields = last?.fields ?? suggestColumns(header, values);
  const cellsOf = (kinds: readonly string[]) =>
    fields.flatMap((field, column) =>
      field !== null && kinds.includes(field) ? (values[column] ?? []) : [],
    );
  return {
    shape: table.shape,
    found: found ?? null,
    sheets: table.sheets,
    headers: header,
    fields,
    samples: values.map((list) => firstValues(list)),
    source: findSource(header),
    dateOrder: findDateOrder(cellsOf(dateFields)) ?? 'dmy',
    decimalSign: findDecimalSign(cellsOf(['EstimatedValue', 'FinalValue'])) ?? '.',
    formulas: table.remarks.formulas > 0,
    externalLinks: table.remarks.externalLinks,
    ...(last && { meanings: last.meanings }),
  };
}

const dateFields = ['LeadCreationDateTime', 'EstimatedPurchaseDate', 'AcceptedDateTime', 'ClosedDateTime'];

export interface InspectImportOptions {
  /** What was chosen for files with these headers the last time. */
  readonly remembered: (headers: Buffer) => Promise<Mapping | undefined>;
  readonly wishes?: ShapeWishes;
}

async function inspectOrRefuse(
  source: FileSource,
  encoding: TextEncoding | undefined,
  wishes: ShapeWishes,
): Promise<InspectedTable> {
  try {
    return await inspectTable(source, { encoding, score: countKnownHeaders, wishes });
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw wrongValue('body', `table-${error.fault}`, problemSentence(problemOf(error)));
  }
}

function firstValues(values: readonly string[]): string[] {
  return values
    .filter((value) => value !== '')
    .slice(0, keptSamples)
    .map((value) => value.slice(0, keptCharacters).toWellFormed().replaceAll('\0', '\ufffd'));
}

/** By what a file’s columns are remembered: their names, in their order. */
export function headersKey(headers: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(foldHeader)))
    .digest();
}

/** Looks up what was remembered in a transaction. */
export const rememberedIn =
  (tx: Transaction, organizationId: string): InspectImportOptions['remembered'] =>
  (headers) =>
    findMapping(tx, organizationId, headers);

/** How rows are matched if nobody says it: by the most certain of what the file has. */
export function defaultMatch({ fields }: Pick<ImportReading, 'fields'>): ImportSettings['matchBy'] {
  if (fields.includes('LeadId')) return 'leadId';
  return fields.includes('CrmId') ? 'externalId' : 'emailAndCustomer';
}

/** The changes of how a file is cut into rows: they need the file again. */
export function shapeWishes(reading: ImportReading, change: ImportChange): ShapeWishes | undefined {
  const { encoding, separator, sheet, headerRow } = change;
  if ([encoding, separator, sheet, headerRow].every((wish) => wish === undefined)) return undefined;
  const { shape } = reading;
  const kept = shape.format === 'csv' ? shape : { sheet: shape.sheet };
  return {
    encoding: encoding ?? ('encoding' in kept ? kept.encoding : undefined),
    separator: separator ?? ('separator' in kept ? kept.separator : undefined),
    sheet: sheet ?? ('sheet' in kept ? kept.sheet : undefined),
    headerRow,
  };
}

/**
 * The reading with other fields for some columns.
 * @throws AppError invalid-request when a column does not exist, or two would fill one field
 */
export function withColumns(reading: ImportReading, columns: ImportChange['columns']): ImportReading {
  if (!columns) return reading;
  const fields = [...reading.fields];
  for (const [at, { column, field }] of columns.entries()) {
    if (column > reading.headers.length)
      throw wrongValue(`body.columns[${at}].column`, 'unknown-column', sentence('noColumn'));
    fields[column - 1] = field;
  }
  for (const [at, { column, field }] of columns.entries())
    if (field !== null && fields.some((other, place) => other === field && place !== column - 1))
      throw wrongValue(`body.columns[${at}].field`, 'field-twice', sentence('fieldTwice'));
  return { ...reading, fields };
}

/**
 * The reading with other meanings for some words.
 * @throws AppError invalid-request when a meaning is no value of the field
 */
export function withMeanings(reading: ImportReading, changes: ImportChange['meanings']): ImportReading {
  if (!changes) return reading;
  const meanings = new Map(
    Object.entries(reading.meanings ?? {}).map(([field, words]) => [field, new Map(Object.entries(words))]),
  );
  for (const [at, { field, word, meaning }] of changes.entries()) {
    const choices = importChoices(field);
    if (!choices || !(meaning === null || meaning === '' || choices.includes(meaning)))
      throw wrongValue(`body.meanings[${at}].meaning`, 'unknown-choice', sentence('noMeaning'));
    const words = meanings.get(field) ?? new Map<string, string>();
    if (meaning === null) words.delete(foldWord(word));
    else words.set(foldWord(word), meaning);
    meanings.set(field, words);
  }
  const list = [...meanings].map(([field, words]) => [field, Object.fromEntries(words)]);
  return { ...reading, meanings: Object.fromEntries(list) };
}
