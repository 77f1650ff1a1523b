import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckedAddress, type Gazetteer, openGazetteer } from './index.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await openGazetteer();
});

const check = (address: CheckedAddress) => {
  const { kind, place, reasons } = gazetteer.checkAddress(address);
  return [kind, place && `${place.name}, ${place.region}`, ...reasons];
};

describe('BP-12: an address is checked against the gazetteer', () => {
  it.each<[CheckedAddress, string]>([
    [{ city: 'München', postalCode: '80331', country: 'DE' }, 'Munich, Bavaria'],
    [{ city: 'munich', postalCode: 'D-80331', country: 'de' }, 'Munich, Bavaria'],
    [{ city: 'Wien', postalCode: '1010', country: 'AT' }, 'Vienna, Vienna'],
    [{ city: 'London', postalCode: 'sw1a1aa', country: 'GB' }, 'London, England'],
    [{ city: '東京', postalCode: '１００－０００１', country: 'JP' }, 'Tokyo, Tokyo'],
    [{ city: 'Москва', postalCode: '101000', country: 'RU' }, 'Moscow, Moscow'],
    [{ city: 'Springfield', state: 'IL', postalCode: '62701', country: 'US' }, 'Springfield, Illinois'],
    [
      { city: 'Halle', state: 'Sachsen-Anhalt', postalCode: '06108', country: 'DE' },
      'Halle (Saale), Saxony-Anhalt',
    ],
    // These have no postal codes.
    [{ city: 'Dubai', country: 'AE' }, 'Dubai, Dubai'],
    [{ city: 'Hong Kong', postalCode: '', country: 'HK' }, 'Hong Kong, Central and Western'],
    // A state that is in no list says nothing against the place.
    [{ city: 'Lyon', state: 'Rhône', postalCode: '69001', country: 'FR' }, 'Lyon, Auvergne-Rhône-Alpes'],
  ])('%o is known', (address, place) => {
    expect(check(address)).toEqual(['match', place]);
  });

  it.each<[CheckedAddress, string, ...string[]]>([
    [{ city: 'Münhcen', postalCode: '80331', country: 'DE' }, 'Munich, Bavaria', 'spelling'],
    [{ city: 'Los Angelse', postalCode: '90001', country: 'US' }, 'Los Angeles, California', 'spelling'],
    [{ city: 'Моска', postalCode: '101000', country: 'RU' }, 'Moscow, Moscow', 'spelling'],
    [{ city: 'Frankfurt am', postalCode: '60311', country: 'DE' }, 'Frankfurt am Main, Hesse', 'spelling'],
    [{ city: 'Kassel-Irgendwo', postalCode: '34117', country: 'DE' }, 'Kassel, Hesse', 'spelling'],
    [{ city: 'München', postalCode: '8033', country: 'DE' }, 'Munich, Bavaria', 'odd-postal-code'],
    [
      { city: 'München', postalCode: '9'.repeat(10_000), country: 'DE' },
      'Munich, Bavaria',
      'odd-postal-code',
    ],
    [{ city: 'München', country: 'DE' }, 'Munich, Bavaria', 'no-postal-code'],
    [{ city: 'Springfield', postalCode: '62701', country: 'US' }, 'Springfield, Missouri', 'several-places'],
    [
      { city: 'Chicago', state: 'Texas', postalCode: '60601', country: 'US' },
      'Chicago, Illinois',
      'other-state',
    ],
  ])('%o is probably %s: %s', (address, place, ...reasons) => {
    expect(check(address)).toEqual(['near', place, ...reasons]);
  });

  it.each<[CheckedAddress]>([
    [{ city: 'Xyzzyville', postalCode: '80331', country: 'DE' }],
    [{ city: 'München', postalCode: '75001', country: 'FR' }],
    [{ city: 'München', postalCode: '80331', country: 'ZZ' }],
    [{ city: '', postalCode: '80331', country: 'DE' }],
    [{ city: '\u0000\u202e', country: 'DE' }],
    [{ city: '\ud800', country: 'DE' }],
  ])('%o is no place', (address) => {
    expect(check(address)).toEqual(['none', null, 'unknown-city']);
  });

  it('whatever is in it, in a time that does not grow with it', () => {
    for (const text of ['x', 'München', '-', 'ü', '東', ' ', '\u0301', '(']) {
      const long = text.repeat(10_000);
      const address = { city: long, state: long, postalCode: long, country: long };
      expect(check({ ...address, country: 'DE' })[0]).toBe('none');
      expect(check(address)[0]).toBe('none');
      expect(check({ ...address, city: 'München', country: 'DE' })[0]).toBe('near');
    }
  });
});
