import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '../server/platform/paths.ts';

/** A fenced block of a document. */
export interface Block {
  /** `README.md:71`, for messages. */
  readonly place: string;
  /** What follows the opening fence; empty when nothing does. */
  readonly language: string;
  readonly text: string;
  /** The status that the sentence after the block promises, as in “answers `201`”; undefined when it promises none. */
  readonly promised: string | undefined;
}

/** All fenced blocks of a document below the root, in order. */
export async function readBlocks(document: string): Promise<Block[]> {
  const text = await readFile(join(paths.root, document), 'utf8');
  const fences = /^```([a-z]*)\n([\s\S]*?)^```$/gm;
  return [...text.matchAll(fences)].map((match) => {
    const after = text.slice(match.index + match[0].length).split(/\n(?:#|```)/)[0] ?? '';
    return {
      place: `${document}:${text.slice(0, match.index).split('\n').length}`,
      language: match[1] ?? '',
      text: match[2] ?? '',
      promised: /answer(?:s| is) `(\d{3})`/.exec(after.split('\n\n').slice(0, 2).join('\n'))?.[1],
    };
  });
}

/** What a block did: how the shell exited, what it printed, and the status of each request that it made. */
export interface BlockRun {
  readonly block: Block;
  readonly exitCode: number;
  readonly output: string;
  readonly statuses: readonly string[];
}

export interface ShellOptions {
  readonly env: Record<string, string>;
  /** Applied to each block's text before it runs: what the reader is told to replace. */
  readonly replace: (text: string) => string;
  /** Files that the document says its reader has. */
  readonly files?: Record<string, string>;
}

// curl reports its answers on a separate stream; the live stream, which never ends, is read for two seconds.
const preamble = `
curl() {
  local arguments=(--silent --show-error --write-out '%{stderr}%{http_code}\\n')
  case " $* " in *' -N '*) arguments+=(--max-time 2);; esac
  command curl "\${arguments[@]}" "$@" 2>>"$STATUSES" || case " $* " in *' -N '*) true;; *) return 1;; esac
}
`;

/** Runs blocks one after another in one shell, in an empty folder, as someone would type them in. Stops at the first that fails. */
export async function runBlocks(blocks: readonly Block[], options: ShellOptions): Promise<BlockRun[]> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-documents-'));
  const marks = blocks.map((_, index) => join(folder, `.status-${index}`));
  const outputs = blocks.map((_, index) => join(folder, `.output-${index}`));
  try {
    for (const [name, content] of Object.entries(options.files ?? {}))
      await writeFile(join(folder, name), content);
    const script = blocks.map(
      ({ text }, index) =>
        `STATUSES=${marks[index]}; : >"$STATUSES"; exec >${outputs[index]} 2>&1\n${options.replace(text)}\n`,
    );
    const exitCode = await runShell(`${preamble}set -euo pipefail\n${script.join('')}`, folder, options.env);
    const begun: BlockRun[] = [];
    for (const [index, block] of blocks.entries()) {
      const statuses = await readFile(marks[index] ?? '', 'utf8').catch(() => undefined);
      if (statuses === undefined) break;
      const output = await readFile(outputs[index] ?? '', 'utf8').catch(() => '');
      begun.push({ block, exitCode: 0, output, statuses: statuses.match(/^\d{3}$/gm) ?? [] });
    }
    const last = begun.pop();
    return last ? [...begun, { ...last, exitCode }] : [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runShell(script: string, folder: string, env: Record<string, string>): Promise<number> {
  const shell = spawn('bash', ['-s'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.stdin.end(script);
  const [code] = (await once(shell, 'close')) as [number | null];
  return code ?? 1;
}
