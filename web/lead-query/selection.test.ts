import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadFilterNames, leadSorts, leadTabs } from '../../contract/enums.ts';
import { leadListQuery } from '../../contract/lead-list.ts';
import { parseAddress, stringifyAddress } from '../shell/address.ts';
import {
  activeSearch,
  countFilters,
  defaultListState,
  type ListState,
  orderedQuery,
  pageSizes,
  readListState,
  selectionQuery,
  toggleFilter,
  writeListState,
} from './selection.ts';

const filterValues = {
  callToAction: fc.constantFrom('ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive'),
  country: fc.constantFrom('DE', 'US', 'JP', 'KW'),
  customerName: fc.constantFrom('Fabrikam', 'A & B = C?', 'Süd, “Nord” #1', '100% 株式会社', 'a+b'),
  leadSource: fc.constantFrom('AppSource', 'AzurePortal'),
  leadType: fc.constantFrom('Profile', 'Offer'),
  leadQuality: fc.constantFrom('High', 'Medium', 'Low'),
  status: fc.constantFrom('Received', 'Accepted', 'Won', 'Archived'),
  emailValidity: fc.constantFrom('Valid', 'Invalid', 'Spam', 'Unknown'),
  phoneValidity: fc.constantFrom('Valid', 'Invalid', 'Unknown'),
};

const someOf = (values: fc.Arbitrary<string>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 });

const listState: fc.Arbitrary<ListState> = fc.record({
  tab: fc.constantFrom(...leadTabs),
  search: fc.constantFrom('', 'fab', 'x & y=z', 'müller', '#421'),
  filters: fc.record(Object.fromEntries(leadFilterNames.map((name) => [name, someOf(filterValues[name])])), {
    requiredKeys: [],
  }),
  sort: fc.constantFrom(...leadSorts.flatMap((name) => [name, `-${name}` as const])),
  limit: fc.constantFrom(...pageSizes),
});

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
    // the same key again, so that the address stays as it is
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
    expect(selectionQuery({ ...defaultListState, search: typed }).search).toBe(sent);
  });
});

describe('filters', () => {
  it('are set, removed, and counted by value', () => {
    const one = toggleFilter({}, 'status', 'Won');
    const two = toggleFilter(one, 'status', 'Lost');
    expect(two).toEqual({ status: ['Won', 'Lost'] });
    expect(countFilters(two)).toBe(2);
    expect(toggleFilter(toggleFilter(two, 'status', 'Won'), 'status', 'Lost')).toEqual({});
  });
});
