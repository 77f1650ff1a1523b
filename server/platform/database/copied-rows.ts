const lineFeed = 0x0a;
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads the rows that PostgreSQL copies out as text, from parts that may be cut anywhere. */
export class CopiedRows {
  /** The beginning of a row whose end is still to come. */
  private rest: Buffer = Buffer.alloc(0);

  /** The rows that end in this part. */
  read(part: Buffer): (string | null)[][] {
    const bytes = this.rest.length === 0 ? part : Buffer.concat([this.rest, part]);
    // A line feed is never part of a longer character.
    const end = bytes.lastIndexOf(lineFeed);
    this.rest = bytes.subarray(end + 1);
    if (end < 0) return [];
    return bytes.toString('utf8', 0, end).split('\n').map(readRow);
  }
}

function readRow(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return cells;
  return cells.map((cell) => (cell === '\\N' ? null : cell && readCell(cell)));
}

function readCell(cell: string): string {
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\(.)/g, (_, sign: string) => escaped[sign] ?? sign);
}
