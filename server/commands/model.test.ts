import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addModelCommands } from './model.ts';

let folder = '';
const said: string[] = [];
const complained: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-model-'));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
  said.length = 0;
  complained.length = 0;
  process.exitCode = undefined;
});

async function run(...options: string[]): Promise<void> {
  const program = new Command('leadlight').exitOverride();
  addModelCommands(program);
  await program.parseAsync(['model', 'evaluate', ...options], { from: 'user' });
}

function writeTable(): string {
  const file = join(folder, 'leads.csv');
  const lines = Array.from(
    { length: 200 },
    (_, at) => `${at % 3},${(at * 7) % 11},${at % 3 === 0 ? 'yes' : 'no'},x`,
  );
  writeFileSync(file, ['kind,other,Converted,spare', ...lines].join('\n'));
  return file;
}

describe('LQ-3: leadlight model evaluate', () => {
  it('prints the report as JSON', async () => {
    await run('--csv', writeTable(), '--outcome', 'Converted', '--drop', 'other', '--drop', 'spare');
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({
      rows: 200,
      baseRate: 0.335,
      rocAuc: 1,
      split: 'hash',
      heldOutRows: 50,
      columnsUsed: ['kind'],
      strongestFeatures: [{ feature: 'kind', raises: '0' }],
    });
    expect(process.exitCode).toBeUndefined();
  });

  it('says in one sentence what is wrong with the table, and exits with 2', async () => {
    await run('--csv', writeTable(), '--outcome', 'kind');
    expect(said).toEqual([]);
    expect(complained).toEqual([
      'Leadlight: The outcome column “kind” holds “2”: it must say 1 or 0, yes or no, true or false, won or lost; or name the value that means won with --won.',
    ]);
    expect(process.exitCode).toBe(2);
  });
});
