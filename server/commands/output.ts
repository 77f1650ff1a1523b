import type { Writable } from 'node:stream';

/** How the shell reports a program that ended because its reader left: 128 and the number of SIGPIPE. */
const readerLeft = 141;
const failed = 1;

export interface WatchedOutput {
  /**
   * Resolves when everything that was written has left the process, however slowly it is read, or never will.
   * @returns the exit code when something was lost; undefined when everything arrived
   */
  settle(): Promise<number | undefined>;
}

/** Notices what gets lost on its way out of the process. A reader that leaves is no defect and shows no stack. */
export function watchOutput(streams: readonly Writable[]): WatchedOutput {
  const losses: NodeJS.ErrnoException[] = [];
  for (const stream of streams) stream.on('error', (error) => losses.push(error));
  return {
    settle: async () => {
      await Promise.all(streams.map(written));
      if (losses.length === 0) return undefined;
      const loss = losses.find(({ code }) => code !== 'EPIPE');
      if (!loss) return readerLeft;
      // It may be this very stream that fails.
      console.error(`Leadlight: the output could not be written (${loss.code ?? loss.message}).`);
      return failed;
    },
  };
}

/** A stream calls back in the order in which it was written to. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
