import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { checkLines } from './check.ts';

async function run(lines: string, check: (line: string) => Promise<object>): Promise<unknown[]> {
  const output = new PassThrough();
  const written = text(output);
  await checkLines(Readable.from([lines]), output, check);
  output.end();
  return (await written)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

describe('checkLines', () => {
  it('answers every line in order, however long each takes, with a bounded number at once', async () => {
    let running = 0;
    let most = 0;
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`);
    const answers = await run(lines.join('\n'), async (line) => {
      most = Math.max(most, ++running);
      for (let turn = Number(line.slice(5)) % 7; turn >= 0; turn--) await new Promise(setImmediate);
      running--;
      return { line };
    });
    expect(answers).toEqual(lines.map((line) => ({ line })));
    expect(most).toBeLessThanOrEqual(256);
    expect(most).toBeGreaterThan(1);
  });

  it('keeps empty lines, line ends of Windows and a last line without an end', async () => {
    const answers = await run('a\r\n\r\nb', async (line) => ({ line }));
    expect(answers).toEqual([{ line: 'a' }, { line: '' }, { line: 'b' }]);
  });

  it('ends early, and well, when nobody reads the answers any more', async () => {
    let checked = 0;
    const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index}`).join('\n');
    const closing = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    await checkLines(Readable.from([lines]), closing, async (line) => {
      checked++;
      return { line };
    });
    expect(checked).toBeLessThan(1000);
  });
});
