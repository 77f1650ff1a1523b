/** A file that can be read from any byte on, as often as needed. */
export interface FileSource {
  readonly sizeBytes: number;
  read(fromByte: number): AsyncIterable<Buffer>;
}

/** The encodings that are told apart; `windows-1252` includes ISO 8859-1. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How a file becomes rows. */
export type TableShape =
  | {
      readonly format: 'csv';
      readonly encoding: TextEncoding;
      readonly separator: Separator;
      /** The row of the header, from 1. */
      readonly headerRow: number;
    }
  | { readonly format: 'xlsx'; readonly sheet: string; readonly headerRow: number };

/** A row with at least one value. */
export interface TableRow {
  /** Its place in the file as a spreadsheet counts, from 1: empty rows count, lines inside a cell do not. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** What a person should know about a workbook that was read. */
export interface Remarks {
  /** Cells with a formula: the value that it last had counts; nothing is computed. */
  formulas: number;
  /** The workbook names other files; they are not opened. */
  externalLinks: boolean;
}
