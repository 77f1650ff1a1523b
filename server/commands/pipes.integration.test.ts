import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { useBuiltCli } from '../../test/cli.ts';

const cli = useBuiltCli();

type Piped = ChildProcessByStdio<Writable, Readable, Readable>;

function run(args: readonly string[], env: Record<string, string> = {}): Piped {
  return spawn(process.execPath, [cli.file, ...args], {
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Waits for the first answer, and then until the process ends without its reader, or has had the time to. */
async function keepWaiting(child: Piped): Promise<void> {
  const over = once(child, 'exit');
  await Promise.race([once(child.stdout, 'readable'), over]);
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 2000))]);
}

const lineCount = 2000;

describe('output through a pipe', () => {
  it.each([
    ['phone', ['check', 'phone', '--country', 'DE'], '030 901820'],
    ['email', ['check', 'email', '--mode', 'syntax'], 'ada@contoso.com'],
  ])('check %s: a reader that comes late gets every line', async (_, args, line) => {
    const child = run(args);
    const closed = once(child, 'close');
    child.stdin.end(`${line}\n`.repeat(lineCount));
    await keepWaiting(child);
    const output = await text(child.stdout);
    expect(output.length).toBeGreaterThan(4 * 65_536);
    expect(output.trimEnd().split('\n')).toHaveLength(lineCount);
    for (const answer of output.trimEnd().split('\n'))
      expect(JSON.parse(answer)).toMatchObject({ input: line });
    expect((await closed)[0]).toBe(0);
  });

  it('a reader that leaves early is exit code 141, without a word', async () => {
    const child = run(['check', 'phone']);
    child.stdin.on('error', () => undefined);
    const closed = once(child, 'close');
    const said = text(child.stderr);
    // Answers start to arrive once a few hundred lines are being checked concurrently.
    child.stdin.write('030 901820\n'.repeat(lineCount));
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    child.stdin.end('030 901820\n'.repeat(lineCount));
    expect((await closed)[0]).toBe(141);
    expect(await said).toBe('');
  });

  it.each([
    [['--help'], 0, 'Usage: leadlight'],
    [['check', '--help'], 0, 'Usage: leadlight check'],
    [['check', 'phone', '--country', 'XX'], 1, 'A country is a code of ISO 3166'],
    [['no-such-command'], 1, 'unknown command'],
    [['serve'], 1, 'set DATABASE_URL'],
  ])('%j says its word and exits with %i', async (args, code, words) => {
    const child = run(args);
    const [output, said, [ended]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect(output + said).toContain(words);
    expect(ended).toBe(code);
  });
});
