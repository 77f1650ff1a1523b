/** The largest file, in bytes. */
export const mostFileBytes = 512 * 1024 * 1024;
/** The most rows below the header (IN-5). */
export const mostRows = 1_000_000;
/** The most columns of a table. */
export const mostColumns = 500;
/** The most characters of one row: more come from a quotation mark that never closes. */
export const mostRowBytes = 1024 * 1024;
/** Texts that a workbook keeps apart from its cells, in characters: they are in memory while it is read. */
export const mostSharedCharacters = 64 * 1024 * 1024;
/** How far a part of a workbook may unpack: from a size on, no further than this many times its packed size. */
export const unpacking = { fromBytes: 32 * 1024 * 1024, mostTimes: 300, mostBytes: 4 * 1024 ** 3 } as const;
