import { type ImportField, importFields } from '../../../../contract/imports/import-fields.ts';
import type { ImportDateOrder, ImportDecimalSign } from '../../../../contract/imports/lists.ts';
import { type CellContext, readers } from './cell-readers.ts';
import { completeRow } from './complete-row.ts';
import type { ImportedColumns, ImportedLead, Reason, ReasonKey } from './imported-lead.ts';
import { type Meanings, meaningOf } from './meanings.ts';
import { cleanText } from './values.rules.ts';

/** A column of the file with the field that it fills. */
export interface MappedColumn {
  /** Its place in the file, from 1. */
  readonly column: number;
  readonly header: string;
  readonly field: ImportField;
}

/** What holds for all rows of a file. */
export interface RowForm {
  readonly headers: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly dateOrder: ImportDateOrder;
  readonly decimalSign: ImportDecimalSign;
  readonly currency: string;
  readonly meanings: Meanings;
  readonly now: Date;
  readonly names: NamesInFiles;
}

/** Whom and what a file can name. */
export interface NamesInFiles {
  readonly findCountry: (text: string) => string | null;
  /** Ids by folded name; null: several have it. */
  readonly locations: ReadonlyMap<string, string | null>;
  readonly people: ReadonlyMap<string, string | null>;
  /** undefined: leads stay in the organization. */
  readonly partners: ReadonlyMap<string, string | null> | undefined;
}

/** What a row says, and what is wrong with it. */
export interface ReadRow {
  readonly lead: ImportedLead;
  /** With one of these the row is rejected. */
  readonly faults: readonly Reason[];
  /** What of it is left out. */
  readonly remarks: readonly Reason[];
  /** Words that are not understood by themselves. */
  readonly asked: readonly AskedWord[];
  /** It is the header once more. */
  readonly isHeader: boolean;
}

/** A word whose meaning somebody has to say. */
export interface AskedWord {
  readonly field: ImportField;
  readonly word: string;
}

/** What the cells of a row gather. */
export class RowDraft {
  readonly columns: { -readonly [Name in keyof ImportedColumns]: ImportedColumns[Name] } = {};
  readonly faults: Reason[] = [];
  readonly remarks: Reason[] = [];
  readonly asked: AskedWord[] = [];
  leadId?: string;
  status?: string;
  outcome?: string;
  stage?: string;
  locationId?: string;
  ownerId?: string;
  partnerId?: string;
  contactName?: string;
  value?: string;
  valueCurrency?: string;
  finalValue?: string;
  finalCurrency?: string;

  constructor(readonly headerOf: (field: ImportField) => string | null) {}

  /** Rejects the row because of a cell. */
  fault(field: ImportField, key: ReasonKey, values?: Reason['values']): void {
    this.faults.push({ column: this.headerOf(field), field, key, ...(values && { values }) });
  }

  /** Asks what a word means. */
  ask(field: ImportField, word: string): void {
    this.asked.push({ field, word });
  }

  /** Rejects the row until somebody says what the word means. */
  refuseWord(field: ImportField, word: string, key: ReasonKey, values?: Reason['values']): void {
    this.ask(field, word);
    this.fault(field, key, values);
  }

  /** Leaves a cell out. */
  remark(field: ImportField, key: ReasonKey, values?: Reason['values']): void {
    this.remarks.push({ column: this.headerOf(field), field, key, ...(values && { values }) });
  }
}

/** Reads rows of one file: pure, and the same for a dry run as for what is written later. */
export class RowReader {
  private readonly headerOf: (field: ImportField) => string | null;
  private readonly context: CellContext;

  constructor(private readonly form: RowForm) {
    const headers = new Map(form.columns.map(({ field, header }) => [field, header]));
    this.headerOf = (field) => headers.get(field) ?? null;
    this.context = form;
  }

  read(cells: readonly string[]): ReadRow {
    const draft = new RowDraft(this.headerOf);
    if (this.isHeader(cells))
      return { lead: { columns: {} }, faults: [], remarks: [], asked: [], isHeader: true };
    if (cells.slice(this.form.headers.length).some((cell) => cell.trim() !== ''))
      draft.faults.push({ column: null, key: 'moreCells', values: { columns: this.form.headers.length } });
    for (const { column, field } of this.form.columns) {
      const text = cleanText(cells[column - 1] ?? '');
      if (text !== '') this.readCell(draft, field, text);
    }
    const lead = completeRow(draft, this.form);
    const { faults, remarks, asked } = draft;
    return { lead, faults, remarks, asked, isHeader: false };
  }

  private readCell(draft: RowDraft, field: ImportField, text: string): void {
    if (text.includes('\ufffd')) {
      draft.fault(field, 'unreadable');
      return;
    }
    const { most } = importFields[field];
    if (most !== undefined && text.length > most && [...text].length > most) {
      draft.fault(field, 'tooLong', { most });
      return;
    }
    const meaning = meaningOf(this.form.meanings, field, text);
    if (meaning !== undefined) draft.ask(field, text);
    if (meaning !== '') readers[field](draft, meaning ?? text, this.context);
  }

  /** Files that were put together have the header again in the middle. */
  private isHeader(cells: readonly string[]): boolean {
    const { headers } = this.form;
    return headers.every((header, at) => header === (cells[at] ?? '').trim());
  }
}
