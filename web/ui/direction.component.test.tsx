import { afterEach, describe, expect, it } from 'vitest';
import { forward, stepOf } from './direction.ts';

afterEach(() => {
  document.documentElement.dir = '';
});

describe('the direction of the language', () => {
  it('LA-2 decides where arrow keys lead', () => {
    expect([stepOf('ArrowRight'), stepOf('ArrowLeft'), stepOf('ArrowUp'), forward()]).toEqual([
      1,
      -1,
      undefined,
      1,
    ]);
    document.documentElement.dir = 'rtl';
    expect([stepOf('ArrowRight'), stepOf('ArrowLeft'), stepOf('ArrowUp'), forward()]).toEqual([
      -1,
      1,
      undefined,
      -1,
    ]);
  });
});
