import { z } from 'zod';
import { currencies } from '../currencies.ts';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { id, instant, text } from '../text.ts';
import { importFieldNames } from './import-fields.ts';
import {
  importDateOrders,
  importDecimalSigns,
  importEncodings,
  importMatches,
  importOutcomes,
  importResults,
  importSeparators,
  importSources,
  importStartStates,
  importStates,
} from './lists.ts';

/** Imports of leads from files (EX-2). */

const count = z.number().int();

const headerRow = z.number().int().min(1).max(100);

/** How a file is read: found out, and changed by people where it was found wrong. */
const importReading = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(importEncodings).nullable().describe('null for workbooks'),
  separator: z.enum(importSeparators).nullable().describe('null for workbooks'),
  sheet: z.string().nullable().describe('The sheet of a workbook'),
  sheets: z.array(z.string()).describe('The sheets of a workbook that are not hidden'),
  headerRow: headerRow.describe('The row of the header, from 1'),
  dateOrder: z.enum(importDateOrders).describe('Which number comes first in a date such as 03/04/2026'),
  decimalSign: z.enum(importDecimalSigns).describe('Which sign stands before the decimals of amounts'),
  source: z.enum(importSources).nullable().describe('The program whose headers these are'),
  formulas: z
    .boolean()
    .describe('Some cells have formulas. Nothing is computed: the value that was last shown counts'),
  externalLinks: z.boolean().describe('The workbook names other files. They are not opened'),
});

/** A column of the file, and the field that it fills. */
const importColumn = z.object({
  column: z.number().int().describe('Its place in the file, from 1'),
  header: z.string(),
  samples: z.array(z.string()).describe('Its first values'),
  field: z.enum(importFieldNames).nullable().describe('null: the column is left out'),
});

/** A word of the file that is no value of its column’s list: what it means is asked. */
const importWord = z.object({
  field: z.enum(importFieldNames),
  word: z.string(),
  rows: count.describe('How many of the rows looked through so far have it'),
  meaning: z
    .string()
    .nullable()
    .describe('The value that somebody chose; empty: the cell is left out; null: nobody has said it yet'),
});

const importSettings = z.object({
  matchBy: z.enum(importMatches).describe('How a row is recognized as a lead that is already here'),
  startState: z
    .enum(importStartStates)
    .describe('The state of new leads whose row does not say one: Received ones are to be answered in time'),
  currency: z.string().describe('The currency of amounts whose row does not say one'),
  notify: z
    .boolean()
    .describe(
      'Tell colleagues about new leads that wait for an answer, as about any other; off unless asked',
    ),
});

/** How many rows there are for each outcome. */
const importSummary = z
  .object(
    Object.fromEntries(importOutcomes.map((name) => [name, count])) as Record<
      (typeof importOutcomes)[number],
      typeof count
    >,
  )
  .meta({ id: 'ImportSummary' });

/** Where an import stands. */
export const leadImport = z
  .object({
    id,
    state: z.enum(importStates),
    fileName: z.string(),
    fileBytes: count,
    createdAt: instant,
    createdBy: z.string().describe('The name of who brought the file'),
    startedAt: instant.nullable().describe('When leads began to be written'),
    endedAt: instant.nullable(),
    undoableUntil: instant.nullable().describe('null: nothing can be taken back'),
    problem: z
      .object({ message: z.string(), row: count.nullable(), column: count.nullable() })
      .nullable()
      .describe('Why the import failed, with the place in the file'),
    reading: importReading.nullable(),
    columns: z.array(importColumn),
    words: z
      .array(importWord)
      .describe(
        'Words that are not understood by themselves, the most frequent first; at most 200 of a field',
      ),
    settings: importSettings,
    checkedRows: count.describe('Rows looked through so far; all of them once the state is ready'),
    summary: importSummary.describe(
      'What happens with the rows looked through so far; a dry run writes nothing',
    ),
    written: z
      .object({
        created: count,
        updated: count,
        left: count.describe('Rows that could not be written any more: the lead changed since the dry run'),
      })
      .describe('What was really done'),
    undone: z
      .object({
        removed: count.describe('Leads that the import had created'),
        restored: count.describe('Leads that have their earlier values again'),
        kept: count.describe('Leads that someone worked on since, and that stay as they are'),
      })
      .nullable(),
  })
  .meta({ id: 'LeadImport' });
export type LeadImport = z.infer<typeof leadImport>;
export type ImportSettings = LeadImport['settings'];

export const leadImportList = z.object({
  items: z.array(leadImport).describe('The latest of your organization, newest first; kept for 30 days'),
});

/** Where the file's name comes from: its body is the request’s. */
export const importUploadQuery = z.strictObject({
  name: text(200).optional().describe('The name of the file, to recognize it by'),
  matchBy: z.enum(importMatches).optional().describe('See settings; found out from the columns by default'),
});
export type ImportUploadQuery = z.infer<typeof importUploadQuery>;

/** How a file is to be read instead; only what is sent changes. The dry run starts over. */
export const importChange = z.strictObject({
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  sheet: text(200).optional(),
  headerRow: headerRow.optional(),
  dateOrder: z.enum(importDateOrders).optional(),
  decimalSign: z.enum(importDecimalSigns).optional(),
  columns: z
    .array(
      z.strictObject({
        column: z.number().int().min(1).max(1000),
        field: z.enum(importFieldNames).nullable(),
      }),
    )
    .max(1000)
    .optional()
    .describe('Which columns fill which fields; columns that are not named stay as they are'),
  meanings: z
    .array(
      z.strictObject({
        field: z.enum(importFieldNames),
        word: text(200),
        meaning: z.string().max(50).nullable().describe('As in words; null: to be asked again'),
      }),
    )
    .max(1000)
    .optional()
    .describe('What words of the file mean; those that are not named stay as they are'),
  matchBy: z.enum(importMatches).optional(),
  startState: z.enum(importStartStates).optional(),
  currency: z
    .string()
    .refine((code) => Object.hasOwn(currencies, code), said(fault('money.noCurrency')))
    .optional(),
  notify: z.boolean().optional(),
});
export type ImportChange = z.infer<typeof importChange>;

export const importRowsQuery = z.strictObject({
  outcome: z.enum(importOutcomes).optional(),
  result: z.enum(importResults).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ImportRowsQuery = z.infer<typeof importRowsQuery>;

/** One row of the file, with what happens to it. */
const importRow = z
  .object({
    row: count.describe('Its place in the file, as a spreadsheet counts'),
    outcome: z.enum(importOutcomes),
    result: z.enum(importResults).nullable().describe('What became of it; null: nothing was written'),
    leadId: id.nullable(),
    cells: z.array(z.string()).describe('As in the file'),
    reasons: z
      .array(z.object({ column: z.string().nullable(), message: z.string() }))
      .describe('Why a row is rejected or skipped, and what of it stays as it is; column: the header'),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;

export const importRowPage = z.object({ items: z.array(importRow), nextCursor: z.string().nullable() });
export type ImportRowPage = z.infer<typeof importRowPage>;
