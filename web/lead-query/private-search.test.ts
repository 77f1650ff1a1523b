import { afterEach, expect, it } from 'vitest';
import type { Whose } from '../../contract/errors.ts';
import { believe } from '../api/whose.ts';
import { keepSearch, recallSearch } from './private-search.ts';

const term = 'kim.park@customer.example';
const someone = (person: string, organization = 'contoso'): Whose => ({
  person: { id: person, name: person },
  organization: { id: organization, name: organization },
});

afterEach(() => believe(null));

it('DP-2: what somebody looked for is not found by the next person at the browser, by Back or otherwise', () => {
  believe(someone('grace'));
  const key = keepSearch(term);
  expect(recallSearch(key)).toBe(term);
  believe(null);
  expect(recallSearch(key)).toBe('');
  believe(someone('robin'));
  expect(recallSearch(key)).toBe('');
  expect(keepSearch(term)).not.toBe(key);
});

it('DP-2: it is forgotten once its person has left, and stays while they only change the organization', () => {
  believe(someone('robin'));
  const key = keepSearch(term);
  believe(someone('robin', 'fabrikam'));
  expect(recallSearch(key)).toBe(term);
  believe(null);
  believe(someone('robin'));
  expect(recallSearch(key)).toBe('');
});
