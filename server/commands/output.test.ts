import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { watchOutput } from './output.ts';

describe('the end of a command', () => {
  it('waits until a reader that takes its time has everything', async () => {
    const output = new PassThrough({ highWaterMark: 16 });
    const watched = watchOutput([output]);
    for (let line = 0; line < 10_000; line++) output.write(`line ${line}\n`);
    let isOver = false;
    const settled = watched.settle().finally(() => {
      isOver = true;
    });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(isOver).toBe(false);
    const read = text(output);
    expect(await settled).toBeUndefined();
    output.end();
    expect((await read).split('\n')).toHaveLength(10_001);
  });

  it.each([
    ['EPIPE', 141],
    ['ENOSPC', 1],
  ])('%s, noticed late, is exit code %s and no stack trace', async (code, expected) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const output = new Writable({
      write: (_chunk, _encoding, done) => {
        setImmediate(() => done(Object.assign(new Error(`write ${code}`), { code })));
      },
    });
    const watched = watchOutput([output]);
    output.write('lost\n');
    expect(await watched.settle()).toBe(expected);
    expect(said.mock.calls.flat().join()).toBe(
      code === 'EPIPE' ? '' : 'Leadlight: the output could not be written (ENOSPC).',
    );
    said.mockRestore();
  });
});
