import { describe, expect, it } from 'vitest';
import { timeZone } from '../../../contract/identity/identity.ts';
import { findZones, listTimeZones } from './time-zones.ts';
import { furtherCities } from './zone-cities.ts';

const all = listTimeZones();
const zones = new Map(all.map((zone) => [zone.value, zone]));
const find = (typed: string) => findZones(all, zones, typed).map(({ value }) => value);

describe('WS-10: time zones are chosen by their present names, by city, or by the name they had', () => {
  it.each([
    'Asia/Kolkata',
    'Europe/Kyiv',
    'Asia/Ho_Chi_Minh',
    'America/Nuuk',
    'Asia/Yangon',
    'Asia/Kathmandu',
    'America/Argentina/Buenos_Aires',
    'America/Indiana/Indianapolis',
    'Pacific/Kanton',
    'America/Ciudad_Juarez',
    'UTC',
  ])('%s is offered, and the server takes it', (name) => {
    expect(zones.has(name)).toBe(true);
    expect(timeZone.safeParse(name).success).toBe(true);
  });

  it('every name that is offered is taken, and none is offered twice', () => {
    for (const { value } of all) expect(timeZone.safeParse(value).success, value).toBe(true);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(400);
  });

  it('cities are named for zones that there are', () => {
    for (const zone of Object.keys(furtherCities)) expect(zones.has(zone), zone).toBe(true);
  });

  it.each(['Asia/Calcutta', 'Europe/Kiev', 'Asia/Saigon', 'America/Godthab'])(
    'the old name %s is still taken',
    (name) => {
      expect(timeZone.safeParse(name).success).toBe(true);
    },
  );

  it.each([
    ['Kolkata', 'Asia/Kolkata'],
    ['calcutta', 'Asia/Kolkata'],
    ['Mumbai', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['München', 'Europe/Berlin'],
    ['Munich', 'Europe/Berlin'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['saigon', 'Asia/Ho_Chi_Minh'],
    ['nuuk', 'America/Nuuk'],
    ['Seattle', 'America/Los_Angeles'],
    ['new york', 'America/New_York'],
    ['Boston', 'America/New_York'],
    ['Bangalore', 'Asia/Kolkata'],
    ['zurich', 'Europe/Zurich'],
    ['Wrocław', 'Europe/Warsaw'],
    ['germany', 'Europe/Berlin'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Singapore', 'Asia/Singapore'],
  ])('“%s” finds %s', (typed, zone) => {
    expect(find(typed)).toContain(zone);
  });
});
