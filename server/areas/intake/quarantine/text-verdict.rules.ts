import { judgeSpamText, probabilityOf } from '../../../engines/spam-text/index.ts';
import { type FormText, type LearnedWords, scoreText, type Weighed, wordsOf } from './text-score.rules.ts';

/** The most that the operator's decisions may add: a text that asks for something is never held for its words alone. */
const mostAdded = 2;
const mostTaken = -4;

export interface TextVerdictNow {
  /** Probability of spam, 0 to 1. */
  readonly score: number;
  /** The decisive words and phrases, the weightiest first. */
  readonly weighed: readonly Weighed[];
}

/**
 * How likely a text is spam: what the shipped model says, adjusted by the operator's decisions (IN-7). Any text gives a
 * verdict.
 */
export function judgeText(text: FormText, learned: LearnedWords): TextVerdictNow {
  const written = [text.message, text.company, text.title].filter((part) => part !== null).join('\n');
  const shipped = judgeSpamText(written);
  const own = scoreText(wordsOf(text), learned);
  const moved = own.score === null ? 0 : Math.log(own.score / (1 - own.score));
  const weighed = [...shipped.weighed, ...own.weighed].toSorted(
    (one, other) => Math.abs(other.weight) - Math.abs(one.weight) || (one.word < other.word ? -1 : 1),
  );
  return {
    score: probabilityOf(shipped.logit + Math.min(mostAdded, Math.max(mostTaken, moved))),
    weighed,
  };
}
