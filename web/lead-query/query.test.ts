import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadSorts } from '../../contract/leads/lead-fields.ts';
import {
  type AnyOfName,
  amountParameters,
  anyOfField,
  anyOfNames,
  boundsOf,
  dayParameters,
  flagNames,
  rangeNames,
  recordOf,
  takenValues,
  withinNames,
} from '../../contract/leads/lead-filters.ts';
import { leadListQuery } from '../../contract/leads/lead-list.ts';
import { leadTabs, pageSizes } from '../../contract/leads/lists.ts';
import { parseAddress, stringifyAddress } from '../shell/address.ts';
import {
  defaultListState,
  type ListState,
  readListState,
  runsBackwards,
  writeListState,
} from './list-state.ts';
import { activeSearch, countFilters, leadQuery, orderedQuery, toggleFilter, withoutFilter } from './query.ts';

/** Values that a filter accepts, with every character that could break an address. */
function valuesOf(name: AnyOfName): fc.Arbitrary<string> {
  const field = anyOfField(name);
  if (field.type === 'choice') return fc.constantFrom(...takenValues(field));
  if (field.type === 'reference') return fc.uuid({ version: 7 });
  if (field.type === 'country') return fc.constantFrom('DE', 'US', 'JP', 'KW');
  return fc.constantFrom('Fabrikam', 'A & B = C?', 'Süd, “Nord” #1', '100% 株式会社', 'a+b');
}

const singleValues = {
  ...recordOf(dayParameters, () =>
    fc.constantFrom('2026-12-31', '2024-02-29', '0001-01-01', 'today', 'today-7', 'today+30'),
  ),
  ...recordOf(amountParameters, () => fc.constantFrom('0', '0.05', '1500.5', '900', '10000000000000')),
  ...recordOf(withinNames, () => fc.constantFrom('1', '48', '2160')),
  ...recordOf(flagNames, () => fc.constantFrom('true', 'false')),
};

const someOf = (values: fc.Arbitrary<string>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });

/** Ranges that end before they begin are dropped: such states do not come about. */
function isForward({ filters }: ListState): boolean {
  return rangeNames.every((name) => {
    const { from, to } = boundsOf(name);
    const [first, last] = [filters[from], filters[to]];
    return first === undefined || last === undefined || !runsBackwards(name, first, last);
  });
}

const listState: fc.Arbitrary<ListState> = fc
  .record({
    tab: fc.constantFrom(...leadTabs),
    search: fc.constantFrom('', 'fab', 'x & y=z', 'müller', '#421'),
    filters: fc.record(
      { ...recordOf(anyOfNames, (name) => someOf(valuesOf(name))), ...singleValues },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom(...leadSorts.flatMap((name) => [name, `-${name}` as const])),
    limit: fc.constantFrom(...pageSizes),
  })
  .filter(isForward);

describe('the address of the list (WS-3)', () => {
  it('carries everything there and back', () => {
    fc.assert(
      fc.property(listState, (state) => {
        const address = stringifyAddress(writeListState(state));
        expect(readListState(parseAddress(address))).toEqual(state);
      }),
    );
  });

  it('says nothing about a list as usual', () => {
    expect(stringifyAddress(writeListState(defaultListState))).toBe('');
    expect(readListState({})).toEqual(defaultListState);
  });

  it('passes over what it does not know', () => {
    const state = readListState({
      tab: 'nonsense',
      status: ['Won', 'Sold', 'Won'],
      country: ['de', 'Germany'],
      sort: '-price',
      limit: '7',
      leadQuality: 'Highest',
      other: 'x',
    });
    expect(state).toEqual({ ...defaultListState, filters: { status: ['Won'], country: ['DE'] } });
    const odd = readListState({
      country: ['zz', 'UK', 'XX', 'de'],
      customerName: ['x'.repeat(201), 'a\u0000b', '\ud800', '  ', 'Fabrikam'],
      leadSource: ['x'.repeat(51), 'AppSource'],
      search: 'a\u0000bc',
      kept: 'nothing under this key',
    });
    const filters = { country: ['DE'], customerName: ['Fabrikam'], leadSource: ['AppSource'] };
    expect(odd).toEqual({ ...defaultListState, filters });
    const none = readListState({
      location: ['Munich', '01a20333-c09c-7198-a76c', '01a20333-c09c-f198-a76c-0bd2858d877b'],
      createdFrom: '2026-02-30',
      createdTo: ['0000-01-01', '2026-01-01'],
      test: 'maybe',
      hot: ['perhaps', 'true'],
      offer: ['x'.repeat(201), 'a\u0000b'],
      campaign: '   ',
    });
    expect(none).toEqual(defaultListState);
  });

  it.each([
    '-1',
    'NaN',
    '1e3',
    '0x10',
    '1,500',
    '1.005',
    'Infinity',
    '',
    ' 5',
    '10000000000000.01',
    '9'.repeat(20),
  ])('WS-3 passes over %j as an amount', (amount) => {
    expect(readListState({ dealValueFrom: amount, dealValueTo: amount })).toEqual(defaultListState);
  });

  it.each(['0', '-24', '2161', '24.0', '1e2', 'NaN', '024', '99999999999999999999'])(
    'WS-3 passes over %j as a number of hours',
    (hours) => {
      expect(readListState({ expiresWithinHours: hours })).toEqual(defaultListState);
    },
  );

  it('WS-3 drops the end of a range that ends before it begins, and compares amounts as numbers', () => {
    const { filters } = readListState({
      createdFrom: '2026-02-02',
      createdTo: '2026-02-01',
      dealValueFrom: '900',
      dealValueTo: '1500',
      closedFrom: '2026-02-02',
      closedTo: '2026-02-02',
    });
    expect(filters).toEqual({
      createdFrom: '2026-02-02',
      dealValueFrom: '900',
      dealValueTo: '1500',
      closedFrom: '2026-02-02',
      closedTo: '2026-02-02',
    });
    const odd = readListState({ dealValueFrom: '1500', dealValueTo: '900' });
    expect(odd.filters).toEqual({ dealValueFrom: '1500' });
  });

  it('WS-3 opens kept addresses in which a filter has its former name, and writes the present one', () => {
    const state = readListState({ receivedFrom: '2026-01-01', receivedTo: '2026-01-31' });
    expect(writeListState(state)).toEqual({ createdFrom: '2026-01-01', createdTo: '2026-01-31' });
    const both = readListState({ receivedFrom: '2026-01-01', createdFrom: '2026-02-01' });
    expect(both.filters).toEqual({ createdFrom: '2026-02-01' });
  });

  it('is a query that the API takes', () => {
    fc.assert(
      fc.property(listState, (state) => {
        const query = parseAddress(stringifyAddress({ ...orderedQuery(state), limit: String(state.limit) }));
        expect(leadListQuery.safeParse(query).success).toBe(true);
      }),
    );
  });
});

describe('DP-2: searches that name people', () => {
  it.each([
    'ada@lovelace.test',
    '@lovelace',
    'ada＠x',
    '+44 20 7946 0123',
    '030901820',
    '(425) 882-8080',
    '０３０９０１８',
  ])('DP-2 the address of the page does not hold %j', (search) => {
    const address = stringifyAddress(writeListState({ ...defaultListState, search }));
    expect(address).toMatch(/^\?kept=[0-9a-f]{8}$/);
    expect(readListState(parseAddress(address)).search).toBe(search);
    // the same key again, so that the address does not change
    expect(stringifyAddress(writeListState({ ...defaultListState, search }))).toBe(address);
  });

  it.each(['fabrikam', 'müller 2024', 'company 20777', '4711'])(
    'DP-2 other words are in the address: %j',
    (search) => {
      const address = stringifyAddress(writeListState({ ...defaultListState, search }));
      expect(readListState(parseAddress(address)).search).toBe(search);
      expect(address).toMatch(/^\?search=/);
    },
  );
});

describe('search (WS-5)', () => {
  it.each([
    ['', undefined],
    ['ab', undefined],
    ['  ab ', undefined],
    ['abc', 'abc'],
    [' abc ', 'abc'],
    ['🦊🦊', undefined],
    ['🦊🦊🦊', undefined],
    ['田中', '田中'],
    ['田', undefined],
    ["O'B", undefined],
    ["O'Br", "O'Br"],
    ['---', undefined],
  ])('%j is sent as %j', (typed, sent) => {
    expect(activeSearch(typed)).toBe(sent);
    expect(leadQuery({ ...defaultListState, search: typed }).search).toBe(sent);
  });
});

describe('filters', () => {
  it('are set, removed, and counted by value', () => {
    const one = toggleFilter({}, 'status', 'Won');
    const two = toggleFilter(one, 'status', 'Lost');
    expect(two).toEqual({ status: ['Won', 'Lost'] });
    expect(countFilters(two)).toBe(2);
    expect(toggleFilter(toggleFilter(two, 'status', 'Won'), 'status', 'Lost')).toEqual({});
    const between = { createdFrom: '2026-01-01', createdTo: '2026-01-31', test: 'true' } as const;
    expect(countFilters({ ...two, ...between })).toBe(4);
    expect(withoutFilter({ ...two, ...between }, 'created')).toEqual({ ...two, test: 'true' });
    expect(countFilters({ dealValueFrom: '1', dealValueTo: '2', expiresWithinHours: '24' })).toBe(2);
  });
});
