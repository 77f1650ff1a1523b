import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spamWeights } from '../../../engines/spam-text/index.ts';
import { isSuspected, textSignals } from './suspicion.rules.ts';
import {
  countLinks,
  type FormText,
  numberOf,
  numbersOf,
  scoreText,
  totalNumber,
  type WordCounts,
  wordsOf,
} from './text-score.rules.ts';
import { judgeText } from './text-verdict.rules.ts';

const text = (message: string | null, more: Partial<FormText> = {}): FormText => ({
  message,
  company: null,
  title: null,
  ...more,
});

function learn(spam: readonly string[], released: readonly string[]): Map<number, WordCounts> {
  const learned = new Map<number, WordCounts>();
  const add = (message: string, kind: 'spam' | 'released') => {
    for (const number of [totalNumber, ...numbersOf(wordsOf(text(message)))]) {
      const counts = learned.get(number) ?? { spam: 0, released: 0 };
      learned.set(number, { ...counts, [kind]: counts[kind] + 1 });
    }
  };
  for (const message of spam) add(message, 'spam');
  for (const message of released) add(message, 'released');
  return learned;
}

const many = (count: number, ...messages: string[]) =>
  Array.from({ length: count }, (_, n) => messages[n % messages.length] ?? '');
const casino = ['Buy casino chips now', 'Cheap casino bonus http://x.test'];
const asked = ['We need a backup for our offices', 'Please call us about the migration'];

describe('IN-7: words of a submission', () => {
  it.each([
    ['We need BACKUP, need backup!', ['(no link)', 'we', 'need', 'backup']],
    ['ｃａｓｉｎｏ', ['(no link)', 'casino']],
    ['云备份', ['(no link)', '云备', '备份']],
    ['http://a.test www.b.test', ['(two links)', 'http', 'test', 'www']],
    [null, ['(no link)', '(no message)']],
    ['', ['(no link)']],
    ['\u0000\ud800', ['(no link)']],
  ])('IN-7 of %j', (message, words) => {
    expect(wordsOf(text(message))).toEqual(words);
  });

  it('IN-7 sees a text that repeats itself', () => {
    expect(wordsOf(text('buy now '.repeat(30)))).toContain('(repeated text)');
    expect(wordsOf(text('a b c d e f g h i j k'))).not.toContain('(repeated text)');
  });

  it('IN-7 reads company and title too', () => {
    expect(wordsOf(text(null, { company: 'SEO Ltd', title: 'Expert' }))).toEqual(
      expect.arrayContaining(['seo', 'ltd', 'expert']),
    );
  });

  it('IN-7 are at most 200, each once, with numbers of 16 bits, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (message) => {
        const words = wordsOf(text(message));
        expect(words.length).toBeLessThanOrEqual(200);
        expect(new Set(words).size).toBe(words.length);
        expect(numbersOf(words).every((number) => number === (number & 0xffff))).toBe(true);
      }),
      { numRuns: 50 },
    );
    const long = Array.from({ length: 5000 }, (_, n) => `w${n}`).join(' ');
    expect(wordsOf(text(long))).toHaveLength(200);
  }, 30_000);

  it('IN-7 a word has the same number for ever: decisions are counted by it', () => {
    expect(['casino', 'größe', '(no link)'].map(numberOf)).toEqual([3498, 14754, 57847]);
  });

  it.each([
    ['https://a.test/x?y=1, http://b.test', 2],
    ['WWW.A.TEST', 1],
    ['mail me at a@b.test', 0],
    [null, 0],
  ])('IN-7 counts the links of %j', (message, links) => {
    expect(countLinks(message)).toBe(links);
  });
});

describe('IN-7: the score of a text', () => {
  const learned = learn(many(20, ...casino), many(20, ...asked));
  const scoreOf = (message: string) => scoreText(wordsOf(text(message)), learned).score ?? -1;

  it('IN-7 tells spam from requests by the operator’s decisions', () => {
    expect(scoreOf('casino bonus now')).toBeGreaterThan(0.9);
    expect(scoreOf('we need a backup')).toBeLessThan(0.1);
  });

  it('IN-7 is undecided about words that nobody decided on', () => {
    expect(scoreText(['zebra', 'quilt'], learned)).toEqual({ score: 0.5, weighed: [] });
  });

  it.each([
    [19, 20],
    [20, 19],
    [0, 500],
    [0, 0],
  ])('IN-7 says nothing with %i spam and %i released', (spam, released) => {
    const few = learn(many(spam, ...casino), many(released, ...asked));
    expect(scoreText(['casino'], few)).toEqual({ score: null, weighed: [] });
  });

  it('IN-7 names the words that spoke for and against, the weightiest first', () => {
    const { weighed } = scoreText(wordsOf(text('casino and backup')), learned);
    expect(weighed.find(({ word }) => word === 'casino')?.weight).toBeGreaterThan(1);
    expect(weighed.find(({ word }) => word === 'backup')?.weight).toBeLessThan(-1);
    const sizes = weighed.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('IN-7 is a probability for any text and any counts', () => {
    const counts = fc.record({ spam: fc.nat(1_000_000), released: fc.nat(1_000_000) });
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 50 }), counts, counts, (words, one, totals) => {
        const any = new Map(words.map((word) => [numberOf(word), one]));
        any.set(totalNumber, totals);
        const { score } = scoreText(words, any);
        expect(score === null || (score >= 0 && score <= 1)).toBe(true);
      }),
    );
  });
});

describe('IN-7: when a submission is suspected', () => {
  it.each([
    [[], false],
    [['proof-missing'], false],
    [['proof-replayed'], false],
    [['many-links'], false],
    [['spam-words'], true],
    [['proof-missing', 'spam-words'], true],
    [['many-links', 'spam-words'], true],
    [['trap-filled'], true],
    [['too-quick'], true],
    [['token-forged'], true],
    [['form-overused'], true],
    [['proof-wrong'], true],
  ] as const)('IN-7 with %j: %s', (signals, suspected) => {
    expect(isSuspected(signals)).toBe(suspected);
  });

  it('IN-7 a text speaks by its links and its score', () => {
    const links = 'http://a.test http://b.test';
    expect(textSignals(text(links), spamWeights.threshold)).toEqual([]);
    expect(textSignals(text(`${links} http://c.test`), spamWeights.threshold + 0.01)).toEqual([
      'many-links',
      'spam-words',
    ]);
    expect(textSignals(text(null), 0)).toEqual([]);
  });
});

describe('IN-7: the shipped model, moved by decisions', () => {
  const learned = learn(many(20, ...casino), many(20, ...asked));
  const nothing = new Map<number, WordCounts>();
  const scoreOf = (message: string, by: Map<number, WordCounts>) => judgeText(text(message), by).score;

  it('IN-7 knows spam on the first day', () => {
    expect(scoreOf('We sell backlinks and guest posts, rank higher on Google', nothing)).toBeGreaterThan(0.9);
    expect(scoreOf('We need a backup for our offices, please call us', nothing)).toBeLessThan(0.1);
  });

  it('IN-7 learns what it did not know, both ways', () => {
    const zebras = learn(many(40, 'Zebra quilts, zebra pillows'), many(40, 'Blue whales, tiny whales'));
    expect(scoreOf('zebra quilts zebra pillows', nothing)).toBeLessThan(spamWeights.threshold);
    expect(scoreOf('zebra quilts zebra pillows', zebras)).toBeGreaterThan(spamWeights.threshold);
    const shop = learn(many(40, 'Zebra quilts'), many(40, 'casino bonus spins, bookmaker jackpot'));
    expect(scoreOf('casino bonus', shop)).toBeLessThan(scoreOf('casino bonus', nothing));
  });

  it('IN-7 never holds a text that asks for something because of learned words alone', () => {
    const wrong = learn(many(400, 'We need a backup for our offices, please call us'), many(400, 'zebra'));
    expect(scoreOf('We need a backup for our offices, please call us', wrong)).toBeLessThan(
      spamWeights.threshold,
    );
  });

  it('IN-7 names phrases and words, the weightiest first', () => {
    const { weighed } = judgeText(text('casino and backup'), learned);
    expect(weighed.map(({ word }) => word)).toEqual(expect.arrayContaining(['casino*', 'backup*', 'backup']));
    const sizes = weighed.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('IN-7 gives any text a probability', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        const score = scoreOf(message, learned);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});
