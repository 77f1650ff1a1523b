import { describe, expect, it } from 'vitest';
import { textsIn, textsOf } from './catalogue.ts';
import { learnLanguage } from './translations.ts';

const english = {
  greeting: 'Dear {name}, {name} of {place}',
  leads: '{count, plural, one {1 lead} other {{shown} leads}} at {place}',
  marked: 'Dear <b>{name}</b>',
  quoted: "Write '{name}' for {name}",
  still: 'Nothing to fill in',
} as const;
const german = { ...english, greeting: 'Guten Tag, {name} aus {place}' };
learnLanguage('de', { 'test/letters': german });
const texts = textsIn('test/letters', english);

describe('texts in several languages', () => {
  it.each(['Ada', '{place}', "O'Neil", '<b>', '', '$1'])('read as ICU says, with %j in them', (name) => {
    const t = textsOf(english);
    const values = { name, place: 'Graz' };
    expect(texts.en('greeting', values)).toBe(t('greeting', values));
    expect(texts.en('greeting', values)).toBe(`Dear ${name}, ${name} of Graz`);
    expect(texts.de('greeting', values)).toBe(`Guten Tag, ${name} aus Graz`);
    expect(texts.en('quoted', { name })).toBe(t('quoted', { name }));
    const counted = { count: 2, shown: name, place: name };
    expect(texts.en('leads', counted)).toBe(`${name} leads at ${name}`);
    const marked = { name, b: (chunks: unknown) => `[${String(chunks)}]` };
    expect(texts.en.markup('marked', marked)).toBe(`Dear [${name}]`);
    expect(texts.en('still')).toBe(english.still);
  });

  it('a text that cannot be put together is an error, in whichever language', () => {
    const wrong = textsIn('test/wrong-letters', english);
    learnLanguage('de', {
      'test/wrong-letters': {
        ...german,
        greeting: 'Guten Tag, {person}',
        leads: '{count, plural, one {1 Lead}}',
      },
    });
    const values = { name: 'Ada', place: 'Graz' };
    expect(() => wrong.de('greeting', values)).toThrow();
    expect(() => wrong.de('leads', { count: 2, shown: '2', place: 'Graz' })).toThrow();
    expect(wrong.en('greeting', values)).toBe('Dear Ada, Ada of Graz');
  });

  it('are English where a language has none of them, with the plurals of English', () => {
    const untranslated = textsIn('test/untranslated', english);
    expect(untranslated.de('leads', { count: 0, shown: '0', place: 'Graz' })).toBe('0 leads at Graz');
  });
});
