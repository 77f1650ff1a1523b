import { describe, expect, it } from 'vitest';
import {
  addValue,
  findSameLabel,
  findValue,
  type KeptValue,
  labelIn,
  loadValues,
  orderValues,
  renameValue,
  retireValue,
  returnValue,
  stateOf,
  type Values,
} from './vocabularies.rules.ts';

const value = (code: string, more: Partial<KeptValue> = {}): KeptValue => ({
  code,
  key: code.toLowerCase(),
  labels: { en: code },
  ownLabels: {},
  isOffered: true,
  parentKey: null,
  retiredBy: null,
  replacedBy: null,
  ...more,
});
const codes = (values: Values) => values.map(({ code }) => code).join(' ');
const inUse = (values: Values) => codes(values.filter(({ retiredBy }) => retiredBy === null));

describe('VO-2 codes', () => {
  const values = [value('Financial Services', { key: 'financialservices' }), value('SQL')];
  it.each(['Financial Services', 'financialservices', ' FINANCIAL  SERVICES ', 'Financial\u00a0Services'])(
    'are the same without case and spaces: “%s”',
    (code) => expect(findValue(values, code)?.code).toBe('Financial Services'),
  );
  it('are others otherwise', () => expect(findValue(values, 'Financial-Services')).toBeUndefined());
});

describe('VO-1 labels', () => {
  const bank = value('Bank', { labels: { en: 'Bank', de: 'Bank (D)' }, ownLabels: { de: 'Kreditinstitut' } });

  it('are the operator’s first, then the pack’s, then the English ones', () => {
    expect(labelIn(bank, 'de')).toBe('Kreditinstitut');
    expect(labelIn(bank, 'en')).toBe('Bank');
    expect(labelIn(value('Bank'), 'de')).toBe('Bank');
    expect(labelIn(bank)).toBe('Bank');
  });

  it('go back to the pack’s, and what the pack says as well is not kept as one’s own', () => {
    expect(renameValue(bank, { de: null }).ownLabels).toEqual({});
    expect(renameValue(bank, { de: 'Bank (D)' }).ownLabels).toEqual({});
    expect(renameValue(bank, { en: 'Banks' }).ownLabels).toEqual({ en: 'Banks', de: 'Kreditinstitut' });
    expect(renameValue(bank, {}).ownLabels).toEqual(bank.ownLabels);
  });

  it('are found again in another spelling, among values in use', () => {
    const about = { key: 'new', parentKey: null };
    expect(findSameLabel([bank], { de: 'KREDITINSTITUT' }, about)?.language).toBe('de');
    expect(findSameLabel([bank], { en: 'bank' }, about)?.language).toBe('en');
    expect(findSameLabel([bank], { de: 'Bank (D)' }, about)).toBeUndefined();
    expect(findSameLabel([bank], { en: 'Bank' }, bank)).toBeUndefined();
    expect(findSameLabel([{ ...bank, retiredBy: 'operator' }], { en: 'Bank' }, about)).toBeUndefined();
    expect(findSameLabel([bank], { en: 'Bank' }, { key: 'new', parentKey: 'retail' })).toBeUndefined();
  });
});

describe('VO-1 values', () => {
  it('come at the end, and stand in the order that is wanted, retired ones behind', () => {
    const all = addValue([value('A'), value('B', { retiredBy: 'operator' }), value('C')], {
      code: 'New One',
      labels: { en: 'New' },
      parentKey: null,
    });
    expect(codes(all)).toBe('A B C New One');
    expect(all.at(-1)).toMatchObject({ key: 'newone', labels: {}, ownLabels: { en: 'New' } });
    expect(codes(orderValues(all, ['newone', 'c', 'a']))).toBe('New One C A B');
  });

  it('are offered, accepted from programs, or retired', () => {
    expect(stateOf(value('A'))).toBe('offered');
    expect(stateOf(value('A', { isOffered: false }))).toBe('accepted');
    expect(stateOf(value('A', { isOffered: false, retiredBy: 'pack' }))).toBe('retired');
  });

  it('that are retired are found through one that is in use, whatever is retired after them', () => {
    const order = ['a', 'b', 'c', 'd'];
    let values: Values = order.map((code) => value(code));
    // Each is replaced by the next, one after another: the first three are all found through the last.
    for (const [place, key] of order.slice(0, -1).entries())
      values = retireValue(values, key, order[place + 1] ?? null);
    expect(values.map(({ replacedBy }) => replacedBy)).toEqual(['d', 'd', 'd', null]);
    const back = returnValue(values, 'b');
    expect(back.map(({ retiredBy, replacedBy }) => [retiredBy, replacedBy])).toEqual([
      ['operator', 'd'],
      [null, null],
      ['operator', 'd'],
      [null, null],
    ]);
  });
});

describe('VO-2 loading a pack', () => {
  const pack = ['A', 'B', 'C'].map((code) => ({ code, en: code, de: `${code} (D)` }));
  const keep = { retireOthers: false, retiredParents: new Set<string>() };
  const retire = { ...keep, retireOthers: true };

  it('adds what is missing next to what it has before, and keeps the order that there is', () => {
    const { values, added } = loadValues([value('C'), value('A'), value('X')], pack, keep);
    expect([codes(values), added]).toEqual(['C A B X', 1]);
    expect(codes(loadValues([], pack, keep).values)).toBe('A B C');
  });

  it('twice changes nothing the second time', () => {
    const once = loadValues([value('X'), value('B')], pack, retire);
    const twice = loadValues(once.values, pack, retire);
    expect(twice).toEqual({ values: once.values, added: 0, relabeled: 0, returned: 0, retired: 0 });
  });

  it('brings labels that it has, and leaves those that somebody wrote', () => {
    const mine = value('A', { labels: { en: 'Old' }, ownLabels: { de: 'Mein A' } });
    const { values, relabeled } = loadValues(
      [mine, value('B', { labels: { en: 'B', de: 'B (D)' } })],
      pack,
      keep,
    );
    expect(relabeled).toBe(1);
    expect([labelIn(values[0] ?? mine, 'en'), labelIn(values[0] ?? mine, 'de')]).toEqual(['A', 'Mein A']);
  });

  it('takes over a value that somebody added under the same code, with its labels', () => {
    const own = value('B', { labels: {}, ownLabels: { en: 'Mine' } });
    const { values, added } = loadValues([own], pack, keep);
    expect([codes(values), added, labelIn(values[1] ?? own)]).toEqual(['A B C', 2, 'Mine']);
  });

  it('retires what other packs brought, if that is wanted, and nothing else', () => {
    const own = value('Own', { labels: {}, ownLabels: { en: 'Own' } });
    const replacing = value('Y');
    const replaced = value('Z', { retiredBy: 'operator', replacedBy: 'y' });
    const before = [value('X'), own, replacing, replaced];
    expect(inUse(loadValues(before, pack, keep).values)).toBe('A B C X Own Y');
    const { values, retired } = loadValues(before, pack, retire);
    expect([inUse(values), retired]).toEqual(['A B C Own Y', 1]);
    expect(findValue(values, 'X')?.retiredBy).toBe('pack');
  });

  it('brings back what another pack retired, and not what somebody retired', () => {
    const before = [value('A', { retiredBy: 'pack' }), value('B', { retiredBy: 'operator' })];
    const { values, returned } = loadValues(before, pack, keep);
    expect([inUse(values), returned]).toEqual(['A C', 1]);
  });

  it('offers no vertical of an industry that is retired', () => {
    const verticals = [{ code: 'V', en: 'V', parent: 'Retail' }];
    const retiredParents = new Set(['retail']);
    expect(inUse(loadValues([], verticals, { ...keep, retiredParents }).values)).toBe('');
    const kept = value('V', { parentKey: 'retail', retiredBy: 'pack' });
    expect(inUse(loadValues([kept], verticals, { ...keep, retiredParents }).values)).toBe('');
    expect(inUse(loadValues([kept], verticals, keep).values)).toBe('V');
  });
});
