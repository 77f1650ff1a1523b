import { describe, expect, it } from 'vitest';
import { makeSummary } from '../../../test/parts/made.ts';
import { arrangeChoices, type Choice, placeOf } from './choices.ts';

const choice = (id: string, group: Choice['group'], label: string): Choice => ({
  id,
  group,
  label,
  run: () => undefined,
});
const all = [
  choice('do:export', 'list', 'Download CSV'),
  choice('view:1', 'views', 'Überfällig in München'),
  choice('page:/sent', 'pages', 'Sent leads'),
  choice('page:/send', 'pages', 'Send a lead'),
  choice('settings:people', 'settings', 'People'),
];
const ids = (term: string, recent: string[] = []) => arrangeChoices(all, term, recent).map(({ id }) => id);

describe('the choices of the palette', () => {
  it('without a term: recent ones first, in a group of their own, then the others by group', () => {
    const arranged = arrangeChoices(all, '', ['settings:people', 'lead:gone', 'page:/sent']);
    expect(arranged.map(({ id, group }) => [id, group])).toEqual([
      ['settings:people', 'recent'],
      ['page:/sent', 'recent'],
      ['do:export', 'list'],
      ['view:1', 'views'],
      ['page:/send', 'pages'],
    ]);
  });

  it.each([
    ['munchen', ['view:1']],
    ['MÜNCHEN über', ['view:1']],
    ['le', ['page:/sent', 'page:/send']],
    ['eop', ['settings:people']],
    ['eo', []],
    ['csv download', ['do:export']],
    ['nothing like this', []],
  ])('for “%s”, every word counts, accents and case do not, and two letters begin a word', (term, found) => {
    expect(ids(term)).toEqual(found);
  });

  it('with a term, what was chosen lately goes first in its group', () => {
    expect(ids('lead')).toEqual(['page:/sent', 'page:/send']);
    expect(ids('lead', ['page:/send'])).toEqual(['page:/send', 'page:/sent']);
  });

  it('leaves leads in the order of the search, whatever their names are', () => {
    const lead = (id: string, label: string): Choice => ({
      ...choice(id, 'notes', label),
      lead: makeSummary(),
    });
    const found = [lead('lead:2', 'Zeta'), lead('lead:1', 'Alpha')];
    expect(arrangeChoices([...found, ...all], 'alpha', ['lead:1']).map(({ id }) => id)).toEqual([
      'lead:2',
      'lead:1',
    ]);
  });

  it('lists a lead under the first place where it was found', () => {
    expect(placeOf(makeSummary({ foundIn: ['notes', 'email'] }))).toBe('email');
    expect(placeOf(makeSummary({ foundIn: ['offer'] }))).toBe('offer');
  });
});
