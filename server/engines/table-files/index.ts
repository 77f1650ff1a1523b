export type { HeaderScore } from './csv/csv-shape.ts';
export { EncodingWatch } from './csv/encoding.ts';
export { type InspectedTable, inspectTable, readTable, type ShapeWishes } from './read-table.ts';
export { mostColumns, mostFileBytes, mostRows, mostSharedCharacters } from './table/limits.ts';
export {
  type FileSource,
  type Remarks,
  type Separator,
  separators,
  type TableRow,
  type TableShape,
  type TextEncoding,
  textEncodings,
} from './table/table.ts';
export { TableError, type TableFault } from './table/table-error.ts';
