import { expect, it } from 'vitest';
import { inOrderOfCalls } from './functions.ts';

const order = (...texts: [string, string][]) =>
  inOrderOfCalls(texts.map(([name, text]) => ({ name, text }))).map(({ name }) => name);

it('functions come after those that they call, and otherwise in the order of their names', () => {
  expect(order(['a', 'select c(1)'], ['b', 'select 1'], ['c', 'select d (2) + lower(x)'], ['d', ''])).toEqual(
    ['d', 'c', 'a', 'b'],
  );
});

it('a name that is not called, or stands in a comment, is no reason', () => {
  expect(order(['a', '-- see b()\nselect b, cb(1)'], ['b', ''])).toEqual(['a', 'b']);
});

it('functions that call themselves, or each other, come all the same', () => {
  expect(order(['a', 'a() b()'], ['b', 'c()'], ['c', 'a()'])).toEqual(['c', 'b', 'a']);
});
