import { statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../platform/paths.ts';
import { type Gazetteer, type NearPlace, openGazetteer, type Place } from './index.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await openGazetteer();
});

const written = ({ name, region, country }: Place) => `${name}, ${region}, ${country}`;
const near = (found: NearPlace) =>
  'place' in found ? written(found.place) : found.candidates.slice(0, 3).map(written);

describe('the gazetteer', () => {
  it('is read once, and is small enough to be kept', async () => {
    expect(await openGazetteer()).toBe(gazetteer);
    expect(statSync(paths.gazetteer).size).toBeLessThan(20e6);
  });

  it('has the whole of a place', () => {
    expect(gazetteer.findNear('Reykjavik')).toEqual({
      place: {
        id: 3413829,
        name: 'Reykjavík',
        country: 'IS',
        region: 'Capital Region',
        latitude: 64.13548,
        longitude: -21.89541,
        population: 118918,
      },
    });
  });
});

describe('DI-2: a place to search near', () => {
  it.each([
    ['Munich', 'Munich, Bavaria, DE'],
    ['München', 'Munich, Bavaria, DE'],
    ['Munchen', 'Munich, Bavaria, DE'],
    ['MUENCHEN', 'Munich, Bavaria, DE'],
    ['Мюнхен', 'Munich, Bavaria, DE'],
    ['ミュンヘン', 'Munich, Bavaria, DE'],
    ['慕尼黑', 'Munich, Bavaria, DE'],
    ['80331 München', 'Munich, Bavaria, DE'],
    ['Paris', 'Paris, Île-de-France, FR'],
    ['Paris, Texas', 'Paris, Texas, US'],
    ['Paris Texas', 'Paris, Texas, US'],
    ['Paris, TX', 'Paris, Texas, US'],
    ['Paris, Frankreich', 'Paris, Île-de-France, FR'],
    ['Frankfurt', 'Frankfurt am Main, Hesse, DE'],
    ['Frankfurt Oder', 'Frankfurt (Oder), Brandenburg, DE'],
    ['Frankfurt/Oder', 'Frankfurt (Oder), Brandenburg, DE'],
    ['London', 'London, England, GB'],
    ['London, ON', 'London, Ontario, CA'],
    ['Springfield, Illinois, USA', 'Springfield, Illinois, US'],
    ['Wilmington, DE', 'Wilmington, Delaware, US'],
    ['Berlin, DE', 'Berlin, Berlin, DE'],
    ['New York', 'New York City, New York, US'],
    ['Washington, D.C.', 'Washington, District of Columbia, US'],
    ['القاهرة', 'Cairo, Cairo, EG'],
    ['서울', 'Seoul, Seoul, KR'],
    ['Kiew', 'Kyiv, Kyiv City, UA'],
    ['St. Gallen', 'Sankt Gallen, Saint Gallen, CH'],
    ['תל אביב', 'Tel Aviv, Tel Aviv, IL'],
    ['Αθήνα', 'Athens, Attica, GR'],
  ])('%s is one without a doubt', (words, place) => {
    expect(near(gazetteer.findNear(words))).toBe(place);
  });

  it.each([
    ['Springfield', 'Springfield, Missouri, US'],
    ['Cambridge', 'Cambridge, England, GB'],
    ['San José', 'San Jose, California, US'],
    ['Paris, US', 'Paris, Texas, US'],
    // What nobody understands is no reason to be sure.
    ['Paris, Nowhere', 'Paris, Île-de-France, FR'],
    // Not written to its end.
    ['Copenhag', 'Copenhagen, Capital Region, DK'],
  ])('%s could be several, of which the biggest comes first', (words, first) => {
    expect(near(gazetteer.findNear(words))).toContain(first);
  });

  it('is looked for in the country that is given', () => {
    expect(near(gazetteer.findNear('Cambridge', { country: 'nz' }))).toBe('Cambridge, Waikato Region, NZ');
    expect(near(gazetteer.findNear('Paris, Texas', { country: 'FR' }))).toEqual(['Paris, Île-de-France, FR']);
    expect(gazetteer.findNear('Cambridge', { country: 'xx' })).toEqual({ candidates: [] });
  });

  it('is not found in what names none', () => {
    for (const words of [
      '',
      ' ',
      ',',
      '!!!',
      '\u0000',
      'xyzzy plugh',
      '\ud800',
      'a'.repeat(10_000),
      ','.repeat(10_000),
    ])
      expect(gazetteer.findNear(words)).toEqual({ candidates: [] });
  });

  it('is suggested by the beginning of any of its names, biggest first', () => {
    const suggest = (words: string, country?: string) =>
      gazetteer.suggestPlaces(words, { country, most: 3 }).map(({ name }) => name);
    expect(suggest('mün')).toEqual(['Munich', 'Münster', 'Montevideo']);
    expect(suggest('мюнх')[0]).toBe('Munich');
    expect(suggest('frankf')).toEqual(['Frankfurt am Main', 'Frankfurt (Oder)', 'Frankfort']);
    expect(suggest('saint den', 'FR')[0]).toBe('Saint-Denis');
    expect(suggest('Paris, U')[0]).toBe('Paris');
    expect(suggest('springf, ill')[0]).toBe('Springfield');
    expect(suggest('東京')).toEqual(['Tokyo']);
  });

  it('is suggested once, whatever it is called', () => {
    const ids = gazetteer.suggestPlaces('par', { country: 'FR', most: 20 }).map(({ id }) => id);
    expect(ids.length).toBe(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
