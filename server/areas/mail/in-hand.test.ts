import { expect, it } from 'vitest';
import { InHand } from './in-hand.ts';

/** How many emails are in hand after `mails` emails, each `apart` milliseconds after the last. */
function after(mails: number, apart: number, inHand = new InHand(5), begin = 0): number {
  for (let n = 1; n <= mails; n++) inHand.noteEnd(begin + n * apart);
  return inHand.most;
}

it.each([
  ['none has gone out yet', 0, 0, 20],
  ['a server that takes 5 s for each', 50, 5000, 20],
  ['one a second over five connections', 200, 200, 20],
  ['60 a second', 300, 16.7, 30],
  ['1,000 a second', 500, 1, 80],
])('NT-4 mails in hand over five connections: %s', (_, mails, apart, expected) => {
  expect(after(mails, apart)).toBe(expected);
});

it('NT-4 a server that was quick and is slow now has few in hand after a few dozen mails', () => {
  const inHand = new InHand(5);
  expect(after(500, 1, inHand)).toBe(80);
  expect(after(30, 2000, inHand, 500)).toBe(20);
});

it('NT-4 at least four for each connection, however few there are', () => {
  expect(after(100, 10_000, new InHand(1))).toBe(4);
});
