import { CellCopier } from './copied-cells.ts';
import { csvCells, type Separator } from './csv.ts';
import type { ExportColumn, Judged } from './lead-export-columns.sql.ts';
import { type ExportPlan, judgedFacts } from './lead-export-plan.sql.ts';
import { judgeAt, judgedWord, majorUnits } from './lead-export-values.ts';

/** Writes one column from the cells that were copied for it. */
type Write = (cells: CellCopier, judged: Judged) => void;

/** Columns of the file that are written together. */
interface Run {
  readonly kind: 'copied' | 'contact' | 'moment' | 'money' | 'judged';
  readonly columns: readonly ExportColumn[];
}

/** Copying neighbors in one go is quicker than one by one. */
function runsOf(columns: readonly ExportColumn[]): Run[] {
  const runs: Run[] = [];
  for (const column of columns) {
    const kind = column.kind === 'own' || column.kind === 'text' ? 'copied' : column.kind;
    const last = runs.at(-1);
    if (last?.kind === kind && (kind === 'copied' || kind === 'contact'))
      runs[runs.length - 1] = { kind, columns: [...last.columns, column] };
    else runs.push({ kind, columns: [column] });
  }
  return runs;
}

function writerOf({ kind, columns }: Run, separator: Separator): Write {
  const count = columns.length;
  const empty = separator.repeat(count - 1);
  const [first] = columns;
  if (first?.kind === 'judged') {
    const { of, words } = first;
    if (words === undefined) return (cells, judged) => cells.write(judged[of] ?? '');
    return (cells, judged) => cells.write(csvCells([judgedWord(judged[of], words)], separator));
  }
  if (kind === 'money')
    return (cells) => cells.write(majorUnits(cells.readCells(1) || null, cells.readCells(1) || null) ?? '');
  if (kind === 'moment') return (cells) => cells.copyMoment();
  if (kind === 'copied') return (cells) => cells.copyCells(count);
  return (cells, judged) => {
    if (judged.withheld === null) return cells.copyCells(count);
    cells.skipCells(count);
    cells.write(empty);
  };
}

/** Turns what PostgreSQL copies out as CSV with this separator into lines of the file. */
export class ExportLines {
  /** How many lines there were so far. */
  rows = 0;
  private readonly cells: CellCopier;
  private readonly writers: readonly Write[];
  private readonly judge: ReturnType<typeof judgeAt>;
  /** The beginning of a line whose end is still to come. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    now: Date,
    { columns }: ExportPlan,
    private readonly separator: Separator = ',',
  ) {
    this.cells = new CellCopier(separator);
    this.writers = runsOf(columns).map((run) => writerOf(run, separator));
    this.judge = judgeAt(now);
  }

  /** The lines that end in this part, which may be cut anywhere. */
  write(part: Buffer): Buffer {
    const { cells } = this;
    cells.begin(this.rest.length === 0 ? part : Buffer.concat([this.rest, part]));
    while (cells.beginLine()) {
      this.writeLine();
      if (cells.isCut) break;
      this.rows++;
    }
    this.rest = cells.takeBack();
    return cells.end();
  }

  private writeLine(): void {
    const { cells, writers } = this;
    const known = cells.readCells(judgedFacts.length);
    if (cells.isCut) return;
    const [state = '', allowed = '', expiresAt = ''] = known.split(this.separator);
    const judged = this.judge(state, allowed, expiresAt);
    for (let at = 0; at < writers.length; at++) {
      if (at > 0) cells.writeSeparator();
      writers[at]?.(cells, judged);
    }
    cells.write('\r\n');
  }
}
