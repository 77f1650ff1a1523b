/** Why a file cannot be read as a table. */
export type TableFault =
  /** It has no row with a value. */
  | 'empty'
  /** It is neither text nor a workbook. */
  | 'no-table'
  /** A workbook that is encrypted, or of the old format (.xls). */
  | 'encrypted'
  /** A workbook that holds programs. */
  | 'macros'
  /** A workbook that is damaged. */
  | 'damaged'
  /** It unpacks to a multiple of its size that no table has. */
  | 'bomb'
  /** A quotation mark opens a cell and never closes. */
  | 'open-quote'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'row-too-long'
  /** The workbook keeps too much text apart from its cells. */
  | 'too-much-text'
  /** There is no such sheet. */
  | 'no-sheet';

/** A file that cannot be read as a table, with the place that shows it. */
export class TableError extends Error {
  constructor(
    readonly fault: TableFault,
    /** The row in the file, from 1. */
    readonly row?: number,
    /** The column in the row, from 1. */
    readonly column?: number,
  ) {
    super(`the table cannot be read: ${fault}`);
    this.name = 'TableError';
  }
}
