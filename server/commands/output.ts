import type { Writable } from 'node:stream';

/** The exit code of a program whose reader left: 128 plus the number of SIGPIPE. */
const readerLeft = 141;
const failed = 1;

export interface WatchedOutput {
  /**
   * Resolves when everything written has left the process, however slowly it is read, or never will.
   * @returns the exit code when something was lost; undefined when everything arrived
   */
  settle(): Promise<number | undefined>;
}

/**
 * Notices output that gets lost on its way out of the process. A reader that leaves is not a defect and shows no stack.
 */
export function watchOutput(streams: readonly Writable[]): WatchedOutput {
  const losses: NodeJS.ErrnoException[] = [];
  for (const stream of streams) stream.on('error', (error) => losses.push(error));
  return {
    settle: async () => {
      await Promise.all(streams.map(written));
      if (losses.length === 0) return undefined;
      const loss = losses.find(({ code }) => code !== 'EPIPE');
      if (!loss) return readerLeft;
      // This very stream may be the one that fails.
      console.error(`Leadlight: the output could not be written (${loss.code ?? loss.message}).`);
      return failed;
    },
  };
}

/** A stream calls back in the order of its writes. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
