import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Pace } from './clockwork-pace.ts';
import { pacedStream } from './paced-stream.ts';

const parts = ['a', 'b', 'c', 'd', 'e'].map((letter) => Buffer.from(letter));

async function* slowly(onEnd: () => void = () => undefined) {
  try {
    for (const part of parts) {
      await sleep(60);
      yield part;
    }
  } finally {
    onEnd();
  }
}

describe('a stream with pauses', () => {
  it('is the same stream, and what people notice is measured while it runs', async () => {
    const noted: (number | undefined)[] = [];
    class NotingPace extends Pace {
      override noteBatch(rows: number, batch: number, read: number | undefined): number {
        noted.push(read);
        return super.noteBatch(rows, batch, read);
      }
    }
    const read: Buffer[] = [];
    for await (const part of pacedStream(slowly(), new NotingPace(1), async () => 7)) read.push(part);
    expect(read).toEqual(parts);
    expect(noted).toContain(7);
  });

  it('goes on when a measurement fails', async () => {
    const failing = () => Promise.reject(new Error('the database is away'));
    const read: Buffer[] = [];
    for await (const part of pacedStream(slowly(), new Pace(1), failing)) read.push(part);
    expect(read).toEqual(parts);
  });

  it('ends its source when its reader leaves', async () => {
    let ended = false;
    const source = slowly(() => {
      ended = true;
    });
    for await (const _ of pacedStream(source, new Pace(1), async () => 1)) break;
    expect(ended).toBe(true);
  });
});
