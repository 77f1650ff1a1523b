import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rocAucOf } from '../model/metrics.ts';
import { createRandom } from '../model/simulation.fixture.ts';
import { evaluateCsv } from './evaluate-csv.ts';
import { EvaluationError } from './evaluation-error.ts';

// Training is real work, and test machines are shared.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function write(content: string | Buffer): string {
  files++;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

const day = 86_400_000;

/** Leads, one per day: the source and the visits matter, the color does not. */
function simulate(rows: number, seed = 1) {
  const random = createRandom(seed);
  const effects = { Web: -1.2, Fair: 0.3, Friend: 1.4 } as const;
  const sources = Object.keys(effects) as (keyof typeof effects)[];
  return Array.from({ length: rows }, (_, at) => {
    const source = sources[Math.floor(random() * 3)] ?? 'Web';
    const visits = Math.floor(random() * 40);
    const logOdds = effects[source] + (visits - 20) / 15 - 0.5;
    return {
      id: `lead-${seed}-${at}`,
      source,
      visits,
      colour: random() < 0.5 ? 'red' : 'blue',
      created: new Date(Date.UTC(2020, 0, 1) + at * day).toISOString().slice(0, 10),
      logOdds,
      won: random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0,
    };
  });
}

type Row = ReturnType<typeof simulate>[number];
const columns = ['id', 'source', 'visits', 'colour', 'created', 'won'] as const;

function csv(rows: readonly Row[], delimiter = ',', said = (won: number) => String(won)): string {
  const lines = rows.map((row) =>
    columns.map((name) => (name === 'won' ? said(row.won) : String(row[name]))).join(delimiter),
  );
  return [columns.join(delimiter), ...lines].join('\r\n');
}

const rows = simulate(2000);

describe('LQ-3: anyone can measure the model on a table of leads', () => {
  it('the report says how many, how well, by what, and how the rows were parted', async () => {
    const report = await evaluateCsv({ file: write(csv(rows)), outcome: 'won', time: 'created' });
    expect(report).toMatchObject({
      rows: 2000,
      heldOutRows: 500,
      split: 'time',
      columnsUsed: ['source', 'visits', 'colour'],
      columnsDropped: [
        { column: 'id', reason: 'it has 2000 different texts in 2000 rows, ids or free text' },
      ],
      warnings: [],
    });
    expect(report.baseRate).toBe(rows.filter(({ won }) => won === 1).length / 2000);
    expect(report.strongestFeatures.map(({ feature }) => feature)).toEqual(['source', 'visits', 'colour']);
    expect(report.strongestFeatures[0]).toMatchObject({ raises: 'Friend', lowers: 'Web' });
    expect(report.strongestFeatures[1]).toMatchObject({ raises: 'high values', lowers: 'low values' });
    expect(report.brier).toBeLessThan(report.brierOfBaseRate);
    expect(report.expectedCalibrationError).toBeLessThan(0.08);
  });

  it('it comes close to what the truth allows on the same held-out rows', async () => {
    const report = await evaluateCsv({ file: write(csv(rows)), outcome: 'won', time: 'created' });
    const newest = rows.slice(1500);
    const best = rocAucOf(
      Float64Array.from(newest, ({ logOdds }) => logOdds),
      Uint8Array.from(newest, ({ won }) => won),
    );
    expect(report.rocAuc).toBeGreaterThan((best ?? 1) - 0.02);
  });

  it('outcomes that have nothing to do with the columns are not predicted', async () => {
    const random = createRandom(77);
    const senseless = rows.map((row) => ({ ...row, won: random() < 0.4 ? 1 : 0 }));
    const report = await evaluateCsv({ file: write(csv(senseless)), outcome: 'won' });
    expect(report.rocAuc).toBeGreaterThan(0.42);
    expect(report.rocAuc).toBeLessThan(0.58);
  });

  it('without a time a hash parts the rows, the same on every run', async () => {
    const file = write(csv(rows));
    const report = await evaluateCsv({ file, outcome: 'won' });
    expect(report).toMatchObject({ split: 'hash', heldOutRows: 500 });
    expect(await evaluateCsv({ file, outcome: 'won' })).toEqual(report);
  });

  it('with a time the order of the lines does not matter', async () => {
    const options = { outcome: 'won', time: 'created' };
    const [forwards, backwards] = await Promise.all([
      evaluateCsv({ file: write(csv(rows)), ...options }),
      evaluateCsv({ file: write(csv(rows.toReversed())), ...options }),
    ]);
    expect(backwards.rocAuc).toBeCloseTo(forwards.rocAuc ?? Number.NaN, 6);
    expect(backwards.logLoss).toBeCloseTo(forwards.logLoss, 6);
  });

  it('only the newest quarter is measured on: it may be all different', async () => {
    const turned = rows.map((row, at) => (at < 1500 ? row : { ...row, won: 1 - row.won }));
    const report = await evaluateCsv({ file: write(csv(turned)), outcome: 'won', time: 'created' });
    expect(report.rocAuc).toBeLessThan(0.3);
  });

  it.each([
    ['yes and no', (won: number) => (won ? 'Yes' : 'no')],
    ['true and false', (won: number) => (won ? 'True' : 'FALSE')],
    ['won and lost', (won: number) => (won ? 'won' : 'lost')],
  ])('outcomes may be said as %s', async (_, said) => {
    const report = await evaluateCsv({ file: write(csv(rows, ',', said)), outcome: 'won' });
    expect(report).toEqual(await evaluateCsv({ file: write(csv(rows)), outcome: 'won' }));
  });

  it('a column that alone tells the outcome is reported, and left out on demand', async () => {
    const leaking = csv(rows)
      .split('\r\n')
      .map((line, at) => `${line},${at === 0 ? 'invoice' : rows[at - 1]?.won === 1 ? 'sent' : 'none yet'}`)
      .join('\n');
    const file = write(leaking);
    const report = await evaluateCsv({ file, outcome: 'won' });
    expect(report.warnings).toEqual([
      '“invoice” alone tells the outcome (ROC AUC 1.000): if it is filled in after the lead was decided, leave it out with --drop.',
    ]);
    expect(report.columnsUsed).toContain('invoice');
    const without = await evaluateCsv({ file, outcome: 'won', drop: ['invoice'] });
    expect(without.warnings).toEqual([]);
    expect(without.columnsDropped).toContainEqual({ column: 'invoice', reason: 'it was named by --drop' });
    expect(without.rocAuc).toBeLessThan(0.9);
  });

  it('a number that tells the outcome by being missing is reported, too', async () => {
    const leaking = csv(rows)
      .split('\r\n')
      .map((line, at) => `${line},${at === 0 ? 'value' : rows[at - 1]?.won === 1 ? (at * 37) % 1000 : ''}`)
      .join('\n');
    const report = await evaluateCsv({ file: write(leaking), outcome: 'won' });
    expect(report.warnings).toEqual([expect.stringContaining('“value” alone tells the outcome')]);
  });

  it('few rows are measured with a warning', async () => {
    const report = await evaluateCsv({ file: write(csv(rows.slice(0, 100))), outcome: 'won' });
    expect(report.warnings).toEqual([
      expect.stringMatching(
        /^The scores rest on \d+ won and \d+ other held-out rows: they may well be luck\.$/,
      ),
    ]);
  });
});

describe('LQ-3: tables come in many shapes', () => {
  const expected = () => evaluateCsv({ file: write(csv(rows)), outcome: 'won' });

  it.each([
    ['semicolons', () => csv(rows, ';')],
    ['tabs', () => csv(rows, '\t')],
    ['a byte order mark', () => `\uFEFF${csv(rows)}`],
    ['empty lines', () => `\n\n${csv(rows).replaceAll('\r\n', '\r\n\r\n')}\n\n`],
    ['new lines alone', () => csv(rows).replaceAll('\r\n', '\n')],
    ['quotes', () => csv(rows).replaceAll(/[^,\r\n]+/g, '"$&"')],
  ])('with %s', async (_, make) => {
    expect(await evaluateCsv({ file: write(make()), outcome: 'won' })).toEqual(await expected());
  });

  it('with new lines and delimiters inside quotes', async () => {
    const file = write(csv(rows).replaceAll('Friend', '"A friend,\nor ""two"""'));
    const report = await evaluateCsv({ file, outcome: 'won' });
    expect(report.strongestFeatures[0]?.raises).toBe('A friend,\nor "two"');
    expect(report.rocAuc).toBe((await expected()).rocAuc);
  });

  it('with names that are empty or used twice', async () => {
    const file = write(csv(rows).replace('id,source,visits,colour', ',source,source,colour'));
    const report = await evaluateCsv({ file, outcome: 'won' });
    expect(report.columnsUsed).toEqual(['source', 'source (2)', 'colour']);
    expect(report.warnings).toEqual([
      'Column 1 has no name and is called “column 1”.',
      '“source” is the name of more than one column; this one is “source (2)”.',
    ]);
  });

  it('with lines that have too few or too many cells, or no outcome', async () => {
    const lines = csv(rows).split('\r\n');
    lines[10] = 'short,line';
    lines[20] = `${lines[20]},too,long`;
    lines[30] = lines[30]?.replace(/[01]$/, 'NA') ?? '';
    const report = await evaluateCsv({ file: write(lines.join('\n')), outcome: 'won' });
    expect(report.rows).toBe(1997);
    expect(report.warnings).toEqual([
      '2 rows do not have as many cells as the header and were left out (line 11, 21).',
      '1 rows have no outcome and were left out.',
    ]);
  });

  it('with the outcome named in other capitals', async () => {
    expect((await evaluateCsv({ file: write(csv(rows)), outcome: ' WON' })).rows).toBe(2000);
  });

  it('with rows that have no time, and dates that can be read in two ways', async () => {
    const text = csv(
      rows.map((row, at) => ({
        ...row,
        created: at === 5 ? '' : `${1 + (at % 12)}/${1 + Math.floor(at / 170)}/2024`,
      })),
    );
    const report = await evaluateCsv({ file: write(text), outcome: 'won', time: 'created' });
    expect(report.rows).toBe(1999);
    expect(report.warnings).toEqual([
      '1 rows have no time and were left out.',
      'The dates of “created” were read as month/day/year; they could be day/month/year.',
    ]);
  });

  it('with numbers as time', async () => {
    const text = csv(rows.map((row, at) => ({ ...row, created: String(700_000 + at) })));
    const report = await evaluateCsv({ file: write(text), outcome: 'won', time: 'created' });
    const byDate = await evaluateCsv({ file: write(csv(rows)), outcome: 'won', time: 'created' });
    expect(report).toEqual(byDate);
  });
});

describe('LQ-3: tables as programs write them', () => {
  const byComma = () => evaluateCsv({ file: write(csv(rows)), outcome: 'won' });

  it.each([
    ['bars', csv(rows, '|')],
    ['a first line that names the separator', `sep=;\r\n${csv(rows, ';')}`],
    ['the same behind a byte order mark', `\uFEFFsep=|\r\n${csv(rows, '|')}`],
    ['outcomes Y and N', csv(rows, ',', (won) => (won ? 'Y' : 'N'))],
    ['outcomes Closed Won and Closed Lost', csv(rows, ',', (won) => (won ? 'Closed Won' : 'closed lost'))],
  ])('with %s', async (_, text) => {
    expect(await evaluateCsv({ file: write(text), outcome: 'won' })).toEqual(await byComma());
  });

  it('with a word of their own for won', async () => {
    const file = write(csv(rows, ',', (won) => (won ? 'Signed' : 'open')));
    expect(await evaluateCsv({ file, outcome: 'won', won: 'signed' })).toEqual(await byComma());
  });

  it('in Windows-1252, with a warning that names the first such line', async () => {
    const text = csv(rows.map((row, at) => (at === 1500 ? { ...row, colour: 'grün' } : row)));
    const report = await evaluateCsv({ file: write(Buffer.from(text, 'latin1')), outcome: 'won' });
    expect(report.rows).toBe(2000);
    expect(report.warnings).toContain('The file is not UTF-8 (line 1502): it was read as Windows-1252.');
    const sound = await evaluateCsv({ file: write(text), outcome: 'won' });
    expect(report).toEqual({ ...sound, warnings: report.warnings });
  });

  it('as much held out as one wants', async () => {
    const file = write(csv(rows));
    expect(await evaluateCsv({ file, outcome: 'won', heldOutShare: 0.4 })).toMatchObject({
      heldOutRows: 800,
    });
    for (const heldOutShare of [0, 0.01, 0.6, Number.NaN])
      await expect(evaluateCsv({ file, outcome: 'won', heldOutShare })).rejects.toThrow(
        '--held-out is a share from 0.05 to 0.5.',
      );
  });
});

describe('LQ-3: what cannot be evaluated is said in one sentence', () => {
  const good = () => write(csv(rows.slice(0, 200)));
  const refused = async (options: Parameters<typeof evaluateCsv>[0]): Promise<string> => {
    const error = await evaluateCsv(options).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof EvaluationError)) throw error ?? new Error('nothing was refused');
    return error.message;
  };

  it('outcomes of another kind, naming the values', async () => {
    const file = write(csv(rows.slice(0, 200), ',', (won) => (won ? 'Signed' : 'open')));
    expect(await refused({ file, outcome: 'won' })).toMatch(
      /^The outcome column “won” holds (“open”, “Signed”|“Signed”, “open”): it must say 1 or 0, yes or no, true or false, won or lost; or name the value that means won with --won\.$/,
    );
    expect(await refused({ file: good(), outcome: 'id' })).toMatch(/holds “lead-1-0”, .*“lead-1-4”: it must/);
  });

  it('columns that are not there, or are there twice, or are both', async () => {
    expect(await refused({ file: good(), outcome: 'Converted' })).toBe(
      'There is no column “Converted”, named by --outcome; there are: id, source, visits, colour, created, won.',
    );
    expect(await refused({ file: good(), outcome: 'won', drop: ['x'] })).toMatch(/named by --drop/);
    expect(await refused({ file: good(), outcome: 'won', time: 'won' })).toBe(
      '“won” cannot be both the outcome and the time.',
    );
    const twice = write(csv(rows.slice(0, 200)).replace('colour', 'won'));
    expect(await refused({ file: twice, outcome: 'won' })).toMatch(/is the name of more than one column/);
  });

  it('a time column without times', async () => {
    expect(await refused({ file: good(), outcome: 'won', time: 'colour' })).toBe(
      'The time column “colour” has a date or number in 0 of 200 rows only.',
    );
  });

  it.each([
    ['an empty file', '', 'The file is empty: it has no header.'],
    ['a header alone', 'a,won\n', 'The table has no row with an outcome.'],
    ['nothing but the outcome', `won\n${'1\n0\n'.repeat(50)}`, 'The table has no column to learn from.'],
    ['zip or images', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 7]), 'The file is no text: it holds NUL bytes.'],
    ['UTF-16', Buffer.from('\uFEFFa,won\n1,1', 'utf16le'), 'The file is UTF-16: save it as UTF-8.'],
    [
      'a quote that never ends',
      `a,won\n"${'x,1\n'.repeat(1000)}`,
      'The file is no CSV table: a quote is opened and never closed.',
    ],
    [
      'one line without end',
      `a,won\n${'x'.repeat(5_000_000)}`,
      'The file is no CSV table: a quote is opened and never closed.',
    ],
    ['thousands of columns', `${'a,'.repeat(3000)}won\n`, 'The table has 3001 columns; 2000 can be read.'],
  ])('%s', async (_, content, sentence) => {
    expect(await refused({ file: write(content), outcome: 'won' })).toBe(sentence);
  });

  it('files that are not there, or are none', async () => {
    expect(await refused({ file: join(folder, 'none.csv'), outcome: 'won' })).toMatch(
      /^“.*none\.csv” cannot be read: there is no such file\.$/,
    );
    expect(await refused({ file: folder, outcome: 'won' })).toMatch(/cannot be read: it is a folder\.$/);
  });

  it('only one kind of outcome', async () => {
    const file = write(csv(rows.slice(0, 200).map((row) => ({ ...row, won: 1 }))));
    expect(await refused({ file, outcome: 'won' })).toMatch(
      /^The table is not enough to learn from\. Of the 150 leads to learn from 150 were won and 0 were not/,
    );
  });

  it('any text is evaluated or refused with a sentence, never anything else', async () => {
    const piece = fc.constantFrom(
      'a',
      'won',
      '1',
      '0',
      'yes',
      'no',
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      ' ',
      'é',
      '\uFEFF',
      '1e9',
      '=cmd',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), fc.boolean(), async (pieces, withHeader) => {
        const file = write(`${withHeader ? 'a,won\n' : ''}${pieces.join('')}`);
        const outcome = await evaluateCsv({ file, outcome: 'won' }).catch((error: unknown) => error);
        if (!(outcome instanceof EvaluationError)) expect(outcome).toHaveProperty('rocAuc');
        else expect(outcome.message).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: 150 },
    );
  });
});
