import { describe, expect, it } from 'vitest';
import { listOf, oneOf, type Sentence, sentencesOf } from './sentences.ts';
import { learnLanguage } from './translations.ts';

const sentence = sentencesOf('test/faults', {
  wrong: '{path} {fault}.',
  faults: {
    missing: 'is missing',
    tooMany: 'has {count, plural, one {# sign} other {# signs}} too many',
    kind: 'is {kind, select, domain {a domain} other {an address}}',
    choice: 'must be {names}',
  },
});
learnLanguage('de', {
  'test/faults': {
    wrong: '{path}: {fault}.',
    faults: {
      missing: 'fehlt',
      tooMany: 'hat {count, plural, one {# Zeichen} other {# Zeichen}} zu viel',
      kind: 'ist {kind, select, domain {eine Domain} other {eine Adresse}}',
      choice: 'muss {names} sein',
    },
  },
});

describe('sentences', () => {
  it.each<[Sentence, string, string]>([
    [sentence('faults.missing'), 'is missing', 'fehlt'],
    [sentence('faults.tooMany', { count: 1 }), 'has 1 sign too many', 'hat 1 Zeichen zu viel'],
    [sentence('faults.tooMany', { count: 1200 }), 'has 1,200 signs too many', 'hat 1.200 Zeichen zu viel'],
    [sentence('faults.kind', { kind: 'domain' }), 'is a domain', 'ist eine Domain'],
    [
      sentence('wrong', { path: 'body.name', fault: sentence('faults.missing') }),
      'body.name is missing.',
      'body.name: fehlt.',
    ],
    [
      sentence('faults.choice', { names: oneOf(['A', 'B', sentence('faults.missing')]) }),
      'must be A, B, or is missing',
      'muss A, B oder fehlt sein',
    ],
    [
      sentence('faults.choice', { names: listOf(['A', 'B', 'C']) }),
      'must be A, B, C',
      'muss A, B und C sein',
    ],
  ])('%s: is read in the language of the reader', (made, english, german) => {
    expect([made.in('en'), made.in('de')]).toEqual([english, german]);
  });

  it('are English in logs, and where there is no translation', () => {
    const made = sentence('wrong', { path: 'body.name', fault: sentence('faults.missing') });
    for (const text of [String(made), JSON.parse(JSON.stringify(made)), made.in('fr'), made.in('toString')])
      expect(text).toBe('body.name is missing.');
  });

  it('are whole in one language: what is translated does not stand in a sentence that is not', () => {
    const english = sentencesOf('test/untranslated', { wrong: 'It {fault}.' });
    expect(english('wrong', { fault: sentence('faults.missing') }).in('de')).toBe('It is missing.');
  });

  it('are never the name of a key: an English text that cannot be put together is an error, a translation gives way', () => {
    const broken = { one: '{count, plural, one {1 sign}}' } as const;
    const whole = { one: '{count, plural, one {1 sign} other {# signs}}' } as const;
    learnLanguage('de', { 'test/broken': broken, 'test/empty': {} });
    const translated = sentencesOf('test/broken', whole)('one', { count: 2 });
    expect([translated.in('en'), translated.in('de')]).toEqual(['2 signs', '2 signs']);
    expect(sentencesOf('test/empty', whole)('one', { count: 2 }).in('de')).toBe('2 signs');
    const unreadable = sentencesOf('test/unreadable', broken)('one', { count: 2 });
    expect(() => unreadable.in('en')).toThrow();
    expect(() => String(unreadable)).toThrow();
  });

  it('keys and values are checked by the compiler', () => {
    // @ts-expect-error a value is missing
    sentence('wrong', { path: 'body.name' });
    // @ts-expect-error there is no such text
    expect(() => sentence('faults.none')).not.toThrow();
    // @ts-expect-error nobody makes a sentence by hand
    const made: Sentence = { in: () => '', toString: () => '', toJSON: () => '' };
    expect(made.in('en')).toBe('');
  });
});
