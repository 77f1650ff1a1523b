import { describe, expect, it } from 'vitest';
import { fallbackLanguage } from '../contract/languages/languages.ts';
import { languages } from '../contract/languages/lists.ts';
import { findFaults, listTranslatedLanguages, readEnglish, readLanguage } from '../scripts/languages.ts';

/** Every language has every text, as the English one needs it; what is wrong is listed by folder and key. */

const english = await readEnglish();

describe('languages', () => {
  it('are those that have a file, and English; “npm run generate” writes the list', () => {
    expect([...languages]).toEqual([fallbackLanguage, ...listTranslatedLanguages()]);
  });

  it.each([fallbackLanguage])('%s: every text is well-formed', () => {
    expect(english.size).toBeGreaterThan(50);
    expect(findFaults(english, Object.fromEntries(english), fallbackLanguage)).toEqual([]);
  });

  it.each(listTranslatedLanguages())('%s: has every text, with the values of the English one', (language) => {
    const faults = findFaults(english, readLanguage(language), language);
    expect(
      faults,
      `languages/${language}.json
${faults.join('\n')}`,
    ).toEqual([]);
  });
});

describe('a language with faults', () => {
  const source = new Map([
    [
      'web/shell',
      {
        hello: 'Hello, {name}',
        group: { leads: '{count, plural, one {1 lead} other {{shown} leads}}', bold: '<b>Now</b>' },
        which: 'The {kind, select, domain {domain} other {address}}',
      },
    ],
  ]);
  const right = {
    hello: 'Ahoj, {name}',
    group: {
      leads:
        '{count, plural, one {1 zájemce} few {{shown} zájemci} many {{shown} zájemce} other {{shown} zájemců}}',
      bold: 'Teď <b>hned</b>',
    },
    which: '{kind, select, domain {Doména} other {Adresa}}',
  };
  const faultsOf = (texts: object) => findFaults(source, { 'web/shell': { ...right, ...texts } }, 'cs');

  it('is told apart from one without', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[object, string[]]>([
    [{ hello: undefined }, ['web/shell hello: is missing; English: Hello, {name}']],
    [{ hello: ' ' }, ['web/shell hello: is empty']],
    [{ hello: 'Ahoj, {jméno}' }, ['web/shell hello: needs jméno instead of name']],
    [{ hello: 'Ahoj' }, ['web/shell hello: needs nothing instead of name']],
    [{ more: 'Víc' }, ['web/shell more: there is no such text in English']],
    [
      { which: '{kind, select, doména {Doména} other {Adresa}}' },
      ['web/shell which: chooses by kind: doména, other; English: kind: domain, other'],
    ],
    [{ group: { ...right.group, bold: '<i>Teď</i>' } }, ['web/shell group.bold: needs <i> instead of <b>']],
    [
      { group: { ...right.group, leads: '{count, plural, one {1 zájemce} other {{shown} zájemců}}' } },
      ['web/shell group.leads: the plural of count has no “few”'],
    ],
  ])('%j is refused', (texts, faults) => {
    expect(faultsOf(texts)).toEqual(faults);
  });

  it('is refused for a text that is malformed, and for a folder that has none', () => {
    expect(faultsOf({ hello: 'Ahoj, {name' })).toEqual([
      expect.stringMatching(/^web\/shell hello: is malformed/),
    ]);
    expect(findFaults(source, { 'web/shell': right, 'web/nowhere': { a: 'b' } }, 'cs')).toEqual([
      'web/nowhere: there is no such catalogue in English',
    ]);
    expect(findFaults(source, {}, 'cs')).toHaveLength(4);
  });
});
