export type { HeaderScore } from './csv-shape.ts';
export { EncodingWatch } from './encoding.ts';
export { mostColumns, mostFileBytes, mostRows, mostSharedCharacters } from './limits.ts';
export { type InspectedTable, inspectTable, readTable, type ShapeWishes } from './read-table.ts';
export {
  type FileSource,
  type Remarks,
  type Separator,
  separators,
  type TableRow,
  type TableShape,
  type TextEncoding,
  textEncodings,
} from './table.ts';
export { TableError, type TableFault } from './table-error.ts';
