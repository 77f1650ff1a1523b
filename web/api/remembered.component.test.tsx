import { afterEach, expect, it } from 'vitest';
import { makeMe } from '../../test/parts/made.ts';
import { noteOpensList, personalKey, recall, remember } from './remembered.ts';
import { believe } from './whose.ts';

afterEach(() => believe(null));

it('ID-5: what tells of a person is forgotten when they sign out; what they chose stays for them', () => {
  const me = makeMe();
  believe(me);
  noteOpensList();
  remember(personalKey(me, 'rail'), true);
  believe(null);
  expect(recall('leadlight.opens-list')).toBeNull();
  expect(recall(personalKey(me, 'rail'))).toBe(true);
});
