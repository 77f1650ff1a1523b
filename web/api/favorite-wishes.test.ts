import { expect, it } from 'vitest';
import { FavoriteWishes } from './favorite-wishes.ts';

const lead = (favorite: boolean) => ({ id: 'one', favorite, version: 4 });

it('WS-1: a read that began before a favorite was saved does not take it back', () => {
  const wishes = new FavoriteWishes();
  const before = wishes.now();
  const wish = wishes.begin('one', true);
  const meanwhile = wishes.now();
  expect(wishes.applyTo(lead(false), before)).toEqual(lead(true));
  wish.settle();
  expect(wishes.applyTo(lead(false), before).favorite).toBe(true);
  expect(wishes.applyTo(lead(false), meanwhile).favorite).toBe(true);
  expect(wishes.applyTo({ ...lead(false), id: 'two' }, before).favorite).toBe(false);
});

it('WS-1: a read that began afterwards is believed: another window may have changed it', () => {
  const wishes = new FavoriteWishes();
  wishes.begin('one', true).settle();
  expect(wishes.applyTo(lead(false), wishes.now()).favorite).toBe(false);
});

it('WS-1: of two clicks the last counts, whichever answer comes first', () => {
  const wishes = new FavoriteWishes();
  const before = wishes.now();
  const first = wishes.begin('one', true);
  const second = wishes.begin('one', false);
  first.settle();
  expect(wishes.applyTo(lead(true), before).favorite).toBe(false);
  second.settle();
  expect(wishes.applyTo(lead(true), before).favorite).toBe(false);
});

it('WS-1: what the server refused is taken back, unless the person has clicked again', () => {
  const wishes = new FavoriteWishes();
  const refused = wishes.begin('one', true);
  expect(refused.withdraw()).toBe(false);
  expect(wishes.applyTo(lead(false), 0).favorite).toBe(false);
  const overtaken = wishes.begin('one', true);
  wishes.begin('one', false);
  expect(overtaken.withdraw()).toBeUndefined();
  expect(wishes.applyTo(lead(true), 0).favorite).toBe(false);
});

it('WS-1: of two clicks that were both refused, what the server has is shown again', () => {
  const wishes = new FavoriteWishes();
  const marked = wishes.begin('one', true);
  const unmarked = wishes.begin('one', false);
  expect(marked.withdraw()).toBeUndefined();
  expect(unmarked.withdraw()).toBe(false);
  const again = wishes.begin('one', true);
  const last = wishes.begin('one', false);
  again.settle();
  expect(last.withdraw()).toBe(true);
});
