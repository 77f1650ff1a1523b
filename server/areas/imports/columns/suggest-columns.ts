import {
  derivedHeaders,
  type ImportField,
  importFieldNames,
} from '../../../../contract/imports/import-fields.ts';
import type { ImportSource } from '../../../../contract/imports/lists.ts';
import type { ExportHeader } from '../../../../contract/leads/lead-fields.ts';
import { exportWordsInAll } from '../../leads/index.ts';
import { commonHeaders, headersOf } from './header-words.data.ts';

/** A header in its comparable form. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const fieldsByWord = (words: Readonly<Partial<Record<ImportField, readonly string[]>>>) =>
  new Map(
    Object.entries(words).flatMap(([field, headers]) =>
      (headers ?? []).map((header) => [foldHeader(header), field as ImportField] as const),
    ),
  );

/** What our own exports call their columns, in every language (EX-2). */
const exported = exportWordsInAll().map(({ headers }) => headers);
const inAllLanguages = (header: ExportHeader) => exported.map((headers) => foldHeader(headers[header]));
const isExported = (header: string): header is ExportHeader => exported.some((headers) => header in headers);
const ownHeaders: ReadonlyMap<string, ImportField> = new Map(
  importFieldNames.flatMap((field) =>
    (isExported(field) ? inAllLanguages(field) : [foldHeader(field)]).map((header) => [header, field]),
  ),
);
const bySource: readonly (readonly [ImportSource, ReadonlyMap<string, ImportField>])[] = [
  ['leadlight', ownHeaders],
  ...(Object.entries(headersOf) as [Exclude<ImportSource, 'leadlight'>, (typeof headersOf)['odoo']][]).map(
    ([source, words]) => [source, fieldsByWord(words)] as const,
  ),
];
const common = fieldsByWord(commonHeaders);
const derived: ReadonlySet<string> = new Set(derivedHeaders.filter(isExported).flatMap(inAllLanguages));

/** Headers that only one program has, when several others fit as well. */
const signatures: Readonly<Record<ImportSource, readonly string[]>> = {
  // In other languages, “created on” is what anybody may call a column.
  leadlight: [
    'LeadCreationDateTime',
    ...exported.flatMap(({ ContactWithheld, PhoneE164 }) => [ContactWithheld, PhoneE164]),
  ],
  'partner-center': ['Referral ID', 'PartnerID', 'Business profile ID', 'Status Reason', 'Lead value (USD)'],
  hubspot: [
    'Record ID',
    'Lifecycle Stage',
    'Contact owner',
    'Deal owner',
    'Country/Region Code',
    'Original Source',
  ],
  salesforce: [
    'Lead ID',
    'Company / Account',
    'Lead Owner',
    'Opportunity Owner',
    'HasOptedOutOfEmail',
    'LeadSource',
    'OwnerId',
    'Email Opt Out',
  ],
  dynamics: [
    '(Do Not Modify) Lead',
    '(Do Not Modify) Opportunity',
    'Topic',
    'Est. Value',
    'Est. Revenue',
    'Source Campaign',
    'Address 1: Country/Region',
  ],
  odoo: ['Salesperson', 'Sales Team', 'Expected Revenue', 'Expected Closing', 'Contact Name', 'Job Position'],
};
const signatureWords = Object.entries(signatures).map(
  ([source, headers]) => [source as ImportSource, new Set(headers.map(foldHeader))] as const,
);

/** The program whose export has these headers; null: none that is known, or it cannot be told. */
export function findSource(headers: readonly string[]): ImportSource | null {
  const folded = headers.map(foldHeader);
  let best: { source: ImportSource; score: number } | undefined;
  for (const [source, words] of bySource) {
    const signs = signatureWords.find(([name]) => name === source)?.[1];
    const own = folded.filter((header) => signs?.has(header)).length;
    const score = own * 2 + folded.filter((header) => words.has(header)).length;
    if (own >= 1 && score >= 5 && score > (best?.score ?? 0)) best = { source, score };
  }
  return best?.source ?? null;
}

/** How many of a row’s cells are the names of fields: the header of a table has most of them. */
export function countKnownHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => {
    const folded = foldHeader(cell);
    return ownHeaders.has(folded) || common.has(folded) || bySource.some(([, words]) => words.has(folded));
  }).length;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The field that each column most likely fills; no field twice: of several columns, the first one has it, unless a later
 * one is the only one with values.
 * @param samples the first values of each column
 */
export function suggestColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): (ImportField | null)[] {
  const source = findSource(headers);
  const words = bySource.find(([name]) => name === source)?.[1];
  const wanted = headers.map((header, column) => {
    const folded = foldHeader(header);
    if (derived.has(folded) && source === 'leadlight') return null;
    const own = source === 'leadlight' || source === null ? ownHeaders.get(folded) : undefined;
    const field = words?.get(folded) ?? own ?? common.get(folded) ?? null;
    return field === 'LeadId' && !(samples[column] ?? []).some((value) => uuid.test(value)) ? 'CrmId' : field;
  });
  const hasValues = (column: number) => (samples[column] ?? []).some((value) => value !== '');
  return wanted.map((field, column) => {
    if (field === null) return null;
    const rivals = wanted.flatMap((other, place) => (other === field ? [place] : []));
    return (rivals.find(hasValues) ?? rivals[0]) === column ? field : null;
  });
}
