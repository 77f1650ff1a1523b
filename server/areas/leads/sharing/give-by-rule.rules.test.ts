import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GivingByRule,
  type PersonInRule,
  type RuleToGiveBy,
  ruleFor,
  type WhoIsThere,
} from './give-by-rule.rules.ts';

const person = (personId: string, more: Partial<PersonInRule> = {}): PersonInRule => ({
  personId,
  perWeek: null,
  lastTurn: 0,
  givenThisWeek: 0,
  ...more,
});
const rule = (people: readonly PersonInRule[], more: Partial<RuleToGiveBy> = {}): RuleToGiveBy => ({
  id: 'rule',
  tab: null,
  locationIds: [],
  countries: [],
  offers: [],
  method: 'in-turn',
  paused: false,
  people,
  ...more,
});
const everyone: WhoIsThere = { canOwn: () => true, away: new Set(), loads: new Map() };
const anywhere = { location_id: null };

/** Whom the rule gives that many leads, one after another. */
function give(one: RuleToGiveBy, count: number, who: Partial<WhoIsThere> = {}): string[] {
  const giving = new GivingByRule({ ...everyone, ...who });
  return Array.from({ length: count }, () => {
    const gift = giving.give(one, anywhere);
    return 'personId' in gift ? gift.personId : gift.hindrance;
  });
}

describe('WT-1: which rule is for a lead', () => {
  const marketplace = {
    qualification: 'Direct',
    location_id: 'munich',
    country: 'DE',
    offer_name: 'contoso.backup',
  } as const;
  const qualified = {
    qualification: 'SalesQualified',
    location_id: null,
    country: null,
    offer_name: null,
  } as const;
  it.each([
    ['the first that fits', [rule([], { id: 'a' }), rule([], { id: 'b' })], marketplace, 'a'],
    ['not a paused one', [rule([], { id: 'a', paused: true }), rule([], { id: 'b' })], marketplace, 'b'],
    ['of its tab', [rule([], { id: 'a', tab: 'qualified' }), rule([], { id: 'b' })], marketplace, 'b'],
    ['of its tab, qualified', [rule([], { id: 'a', tab: 'qualified' })], qualified, 'a'],
    ['of its location', [rule([], { id: 'a', locationIds: ['oslo', 'munich'] })], marketplace, 'a'],
    ['not of another location', [rule([], { id: 'a', locationIds: ['oslo'] })], marketplace, undefined],
    [
      'not of a location, where the lead has none',
      [rule([], { id: 'a', locationIds: ['oslo'] })],
      qualified,
      undefined,
    ],
    ['of its country', [rule([], { id: 'a', countries: ['AT', 'DE'] })], marketplace, 'a'],
    ['not of another country', [rule([], { id: 'a', countries: ['AT'] })], marketplace, undefined],
    [
      'not of a country, where none is known',
      [rule([], { id: 'a', countries: ['AT'] })],
      qualified,
      undefined,
    ],
    ['of its offer', [rule([], { id: 'a', offers: ['contoso.backup'] })], marketplace, 'a'],
    [
      'not of another offer, and then the next',
      [rule([], { id: 'a', offers: ['x'] }), rule([], { id: 'b' })],
      marketplace,
      'b',
    ],
    [
      'not of an offer, where the lead has none',
      [rule([], { id: 'a', offers: ['x'] })],
      qualified,
      undefined,
    ],
    [
      'not where only one of two fits',
      [rule([], { id: 'a', countries: ['DE'], offers: ['x'] })],
      marketplace,
      undefined,
    ],
    ['none', [], marketplace, undefined],
  ])('%s', (_, rules, lead, expected) => {
    expect(ruleFor(rules, lead)?.id).toBe(expected);
  });
});

describe('WT-1: who gets the next lead', () => {
  it('in turn, in their order, going on after the last', () => {
    expect(give(rule([person('a'), person('b'), person('c')]), 5)).toEqual(['a', 'b', 'c', 'a', 'b']);
    expect(
      give(
        rule([person('a', { lastTurn: 7 }), person('b', { lastTurn: 8 }), person('c', { lastTurn: 6 })]),
        3,
      ),
    ).toEqual(['c', 'a', 'b']);
  });

  it('someone new comes next, and not for all that they missed', () => {
    const people = [person('a', { lastTurn: 40 }), person('b', { lastTurn: 41 }), person('new')];
    expect(give(rule(people), 4)).toEqual(['new', 'a', 'b', 'new']);
  });

  it('the one with the fewest open leads, as they change with each lead', () => {
    const loads = new Map([
      ['a', 3],
      ['b', 1],
    ]);
    const one = rule([person('a'), person('b'), person('c')], { method: 'fewest-open' });
    expect(give(one, 6, { loads })).toEqual(['c', 'b', 'c', 'b', 'c', 'a']);
  });

  it('W-7: 100 leads among 4 equal people: 25 each, by either method', () => {
    for (const method of ['in-turn', 'fewest-open'] as const) {
      const given = give(
        rule(
          ['a', 'b', 'c', 'd'].map((id) => person(id)),
          { method },
        ),
        100,
      );
      for (const id of ['a', 'b', 'c', 'd']) expect(given.filter((one) => one === id)).toHaveLength(25);
    }
  });

  it('W-9: nobody gets more than the rule says; then the next does, and at last the lead waits', () => {
    const people = [person('a', { perWeek: 2, givenThisWeek: 1 }), person('b', { perWeek: 2 })];
    expect(give(rule(people), 4)).toEqual(['a', 'b', 'b', 'full']);
  });

  it('WT-2: nobody gets a lead while they are away, and who is back comes next', () => {
    const people = [person('a', { lastTurn: 5 }), person('b', { lastTurn: 9 })];
    expect(give(rule(people), 2, { away: new Set(['a']) })).toEqual(['b', 'b']);
    expect(give(rule(people), 1, { away: new Set(['a', 'b']) })).toEqual(['away']);
    expect(give(rule(people), 1)).toEqual(['a']);
    const full = [person('a'), person('b', { perWeek: 1, givenThisWeek: 1 })];
    expect(give(rule(full), 1, { away: new Set(['a']) })).toEqual(['full']);
  });

  it('ID-2: nobody gets a lead that they could not own', () => {
    const canOwn = (personId: string) => personId === 'b';
    expect(give(rule([person('a'), person('b')]), 2, { canOwn })).toEqual(['b', 'b']);
    expect(give(rule([person('a')]), 1, { canOwn })).toEqual(['nobody']);
  });

  it('says what to write: the turns and the number of the week, only for those who got something', () => {
    const giving = new GivingByRule(everyone);
    const one = rule([
      person('a', { lastTurn: 3, givenThisWeek: 4 }),
      person('b', { lastTurn: 4 }),
      person('c', { lastTurn: 9 }),
    ]);
    for (let n = 0; n < 2; n++) giving.give(one, anywhere);
    expect(giving.changes()).toEqual([
      { ruleId: 'rule', person: person('a', { lastTurn: 10, givenThisWeek: 5 }) },
      { ruleId: 'rule', person: person('b', { lastTurn: 11, givenThisWeek: 1 }) },
    ]);
  });

  it('is fair whatever happened before: those without a limit differ by at most one', () => {
    const people = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), limit: fc.option(fc.nat({ max: 8 })) }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(people, fc.nat({ max: 60 }), (list, count) => {
        const limits = new Map(list.map(({ id, limit }) => [id, limit]));
        const given = give(rule(list.map(({ id, limit }) => person(id, { perWeek: limit }))), count);
        const got = (id: string) => given.filter((one) => one === id).length;
        const free = list.filter(({ limit }) => limit === null).map(({ id }) => got(id));
        for (const [id, limit] of limits) if (limit !== null) expect(got(id)).toBeLessThanOrEqual(limit);
        if (free.length > 0) expect(Math.max(...free) - Math.min(...free)).toBeLessThanOrEqual(1);
        const room = list.reduce((sum, { limit }) => sum + (limit ?? Number.POSITIVE_INFINITY), 0);
        expect(list.reduce((sum, { id }) => sum + got(id), 0)).toBe(Math.min(count, room));
      }),
    );
  });
});
