/** The closed lists of imports, as on the wire and in the database. No imports: the app loads them without zod. */

export const importStates = [
  'checking',
  'ready',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
/** Where an import stands: looked through, waiting for a decision, being written, or over. */
export type ImportState = (typeof importStates)[number];

export const importOutcomes = ['create', 'update', 'unchanged', 'skip', 'reject'] as const;
/** What an import does with a row. */
export type ImportOutcome = (typeof importOutcomes)[number];

export const importResults = ['created', 'updated', 'left', 'removed', 'restored', 'kept'] as const;
/** What became of a row: written or left alone, and taken back or not. */
export type ImportResult = (typeof importResults)[number];

export const importMatches = ['leadId', 'externalId', 'emailAndCustomer'] as const;
/** How a row is recognized as a lead that is already here. */
export type ImportMatch = (typeof importMatches)[number];

export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

export const importSeparators = [',', ';', '\t', '|'] as const;
export type ImportSeparator = (typeof importSeparators)[number];

export const importDateOrders = ['dmy', 'mdy'] as const;
/** Which comes first where a date is written with numbers: the day or the month. */
export type ImportDateOrder = (typeof importDateOrders)[number];

export const importDecimalSigns = ['.', ','] as const;
export type ImportDecimalSign = (typeof importDecimalSigns)[number];

export const importSources = [
  'leadlight',
  'partner-center',
  'hubspot',
  'salesforce',
  'dynamics',
  'odoo',
] as const;
/** Programs whose exports are recognized by their headers. */
export type ImportSource = (typeof importSources)[number];

/** The state of new leads whose row does not say one. */
export const importStartStates = ['Accepted', 'Received'] as const;
export type ImportStartState = (typeof importStartStates)[number];

/** How long an import can be taken back, and its rows are kept, in days. */
export const importKeptDays = 7;
