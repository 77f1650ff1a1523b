import { describe, expect, it } from 'vitest';
import { parseAddress } from '../shell/address.ts';
import { findLeftOut, noteArrival, takeLeftOut } from './left-out.ts';

const leftOut = (query: string) =>
  findLeftOut(parseAddress(query)).map(({ name, value }) => `${name}=${value}`);

describe('what the list leaves out of an address', () => {
  it.each([
    ['', []],
    ['tab=marketplace&sort=-createdAt&limit=50', []],
    ['country=DE&country=XX', ['country=XX']],
    ['country=de&status=Accepted&test=false', []],
    ['contry=DE', ['contry=DE']],
    ['status=Lost&status=Exploded', ['status=Exploded']],
    ['test=maybe', ['test=maybe']],
    ['test=true&test=false', ['test=false']],
    ['createdFrom=2026-02-30', ['createdFrom=2026-02-30']],
    ['createdFrom=today-7&createdTo=2026-11-01', []],
    ['createdFrom=2026-11-05&createdTo=2026-11-01', ['createdTo=2026-11-01']],
    ['expiresWithinHours=48', []],
    ['expiresWithinHours=many', ['expiresWithinHours=many']],
    ['assignedTo=me&assignedTo=bob', ['assignedTo=bob']],
    ['tab=everything&sort=shoeSize&limit=7', ['tab=everything', 'sort=shoeSize', 'limit=7']],
    ['view=mine&lead=1', ['view=mine', 'lead=1']],
    ['search=alpine', []],
    ['kept=12345678', ['kept=12345678']],
    ['country=&search=', []],
    ['utm_source=mail&gclid=1', []],
    ['constructor=2', ['constructor=2']],
  ])('WS-3: %s', (query, expected) => {
    expect(leftOut(query)).toEqual(expected);
  });

  it('WS-3: is told once', () => {
    noteArrival({ country: 'XX' });
    expect(takeLeftOut()).toEqual([{ name: 'country', value: 'XX' }]);
    expect(takeLeftOut()).toEqual([]);
  });
});
