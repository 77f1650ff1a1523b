import { describe, expect, it } from 'vitest';
import { Turn } from './clockwork-turn.ts';

type Batch = [id: string, count: number][];

/** Serves batches with so much room to organizations that have so much to do. @returns who was served with how much */
function serve(todo: Record<string, number>, room: number): Batch[] {
  const left = new Map(Object.entries(todo));
  const turn = new Turn([...left.keys()]);
  const batches: Batch[] = [];
  while (turn.next !== undefined) batches.push(serveBatch(left, turn, room));
  expect([...left.values()].every((count) => count === 0)).toBe(true);
  return batches;
}

function serveBatch(left: Map<string, number>, turn: Turn, room: number): Batch {
  const batch: Batch = [];
  let free = room;
  for (const id of turn.front(room)) {
    const todo = left.get(id) ?? 0;
    const done = Math.min(free, todo);
    if (done > 0) batch.push([id, done]);
    left.set(id, todo - done);
    free -= done;
    if (free === 0) break;
  }
  turn.noteServed(room, free === 0 ? batch.at(-1)?.[0] : undefined);
  return batch;
}

describe('LC-4: whose leads expire next', () => {
  it('LC-4 one with a great deal to do is served again after all others', () => {
    expect(serve({ greedy: 7, quiet: 1, third: 2 }, 3)).toEqual([
      [['greedy', 3]],
      [
        ['quiet', 1],
        ['third', 2],
      ],
      [['greedy', 3]],
      [['greedy', 1]],
    ]);
  });

  it('LC-4 whom the room did not reach keeps its place, and everybody is served to the end', () => {
    expect(serve({ first: 2, second: 2, third: 1 }, 3).map((batch) => batch.map(([id]) => id))).toEqual([
      ['first', 'second'],
      ['third', 'second'],
    ]);
  });

  it('LC-4 nobody waits: nothing to do', () => {
    expect(new Turn([]).next).toBeUndefined();
    expect(serve({ one: 0, two: 0 }, 5)).toEqual([[]]);
  });
});
