import { type FoundPhrases, findPhrases } from './phrase-finder.rules.ts';
import { type PhraseGroup, phraseGroups } from './spam-phrases.rules.ts';
import { spamWeights } from './spam-weights.rules.ts';

/** Longer texts add nothing to the verdict. */
const mostCharacters = 5000;
/** More phrases of one group add little. */
const mostPhrases = 4;

// Without the u flag: these match only ASCII, and are many times as fast without it.
const address =
  /https?:\/\/[^\s<>"]+|www\.[^\s<>"]+|(?<![@\w.-])[\w-]{2,63}\.(?:com|net|org|info|biz|xyz|top|shop|site|online|club|link|click|ru|cn|io|me|tk|ly|gl|gd)\b(?:\/[^\s]*)?/gi;
const shortener =
  /\b(?:bit\.ly|goo\.gl|tinyurl\.com|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy|rebrand\.ly|shorturl\.\w+|t\.me|wa\.me|youtu\.be|tiny\.cc|adf\.ly)\//i;
const amount =
  /(?:[$€£¥₹]|\b(?:usd|eur|gbp))\s?\d|\d\s?(?:[$€£¥₹]|usd\b|eur(?:os?)?\b|dollars?\b|pounds?\b|руб)/gi;
const premiumNumber = /\b0[89]\d{8,9}\b|\b08\d{2}[\s-]?\d{3}[\s-]?\d{4}\b/;
const shortCode = /\b(?:txt|text|send|sms|to|on)\s+(?:\w+\s+to\s+)?\d{5}\b/i;
const perMessage = /\d\s?p(?:pm|\/|\s?per\b)|£\d[\d.]*\s?(?:\/|per\b|p\/)/i;
const handle = /(?<![\w.])@[a-z]\w{3,}(?!\w)(?!\.+\w)/i;
const mixedWord = /\b(?=\p{L}*\p{Script=Latin})(?=\p{L}*\p{Script=Cyrillic})\p{L}{3,}/u;
const hidden = /[\u200b-\u200d\u2060\ufeff\u00ad]/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ascii = /^[\u0000-\u007f]*$/;

/** What a text shows apart from its phrases, by name; each from 0 up, and cheap to compute for a text without it. */
const marks: Readonly<Record<string, (text: string) => number>> = {
  links: (text) => (/[./]/.test(text) ? Math.min(countOf(text, address), mostPhrases) : 0),
  mostlyLink: (text) => Number(/[./]/.test(text) && wordCount(text) < 8 * countOf(text, address)),
  shortener: (text) => Number(text.includes('/') && shortener.test(text)),
  amounts: (text) => (/\d/.test(text) ? Math.min(countOf(text, amount), 3) : 0),
  percent: (text) => Number(/\d\s?%/.test(text)),
  premiumNumber: (text) => Number(premiumNumber.test(text)),
  shortCode: (text) => Number(/\d{5}/.test(text) && shortCode.test(text)),
  perMessage: (text) => Number(/\d/.test(text) && perMessage.test(text)),
  handle: (text) => Number(text.includes('@') && handle.test(text)),
  capitals: (text) => Number(isShouted(text)),
  exclamations: (text) => Math.min(countOf(text, /[!！]/g), 4),
  mixedScripts: (text) => Number(!ascii.test(text) && (mixedWord.test(text) || hidden.test(text))),
  questions: (text) => Math.min(countOf(text, /[?？]/g), 2),
  // A few words are hard to judge.
  short: (text) => Number(wordCount(text) < 12),
};
const markNames = Object.keys(marks);

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function wordCount(text: string): number {
  return countOf(text, /\S+/g);
}

/** More capitals than lowercase letters, in a text of some length; scripts without capitals are never loud. */
function isShouted(text: string): boolean {
  const capitals = text.length - text.replace(/\p{Lu}/gu, '').length;
  return capitals >= 10 && capitals > text.length - text.replace(/\p{Ll}/gu, '').length;
}

const groups = Object.keys(phraseGroups) as PhraseGroup[];

/** Groups that say what a message sells. */
const topics: ReadonlySet<PhraseGroup> = new Set<PhraseGroup>([
  'ranking',
  'design',
  'lists',
  'loans',
  'money',
  'gambling',
  'adult',
  'pharma',
  'goods',
  'fraud',
  'asianSpam',
]);

/** The names of all features of the score. */
export const spamFeatureNames: readonly string[] = [...groups, ...markNames, 'severalTopics'];

/** The features of a text: only those present, by name. */
export function spamFeaturesOf(text: string): ReadonlyMap<string, number> {
  return readSpamText(text).features;
}

function readSpamText(text: string): { found: FoundPhrases; features: ReadonlyMap<string, number> } {
  const looked = text.slice(0, mostCharacters);
  const found = findPhrases(looked);
  const features = new Map<string, number>();
  let about = 0;
  for (const [group, phrases] of found) {
    features.set(group, Math.min(phrases.size, mostPhrases));
    if (topics.has(group)) about++;
  }
  for (const name of markNames) {
    const value = marks[name]?.(looked) ?? 0;
    if (value > 0) features.set(name, value);
  }
  if (about > 1) features.set('severalTopics', Math.min(about - 1, 3));
  return { found, features };
}

/** The shipped model, before an installation has learned anything: scripts/train-spam-text.ts writes it. */
export interface SpamModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Of requests unseen in training, at most the stated share scores this high. */
  readonly threshold: number;
  readonly falseAlarmRate: number;
}

export interface SpamVerdict {
  /** Natural logarithm of the odds that the text is spam. */
  readonly logit: number;
  /** The phrases that counted for spam (above zero) or against it, with their weights. */
  readonly weighed: readonly { readonly word: string; readonly weight: number }[];
}

/** The shipped model's verdict on a text, in any language of its phrases; any text gets a verdict (IN-7). */
export function judgeSpamText(text: string, model: SpamModel = spamWeights): SpamVerdict {
  const { found, features } = readSpamText(text);
  let logit = model.bias;
  for (const [name, value] of features) logit += value * (model.weights[name] ?? 0);
  const weighed = [...found].flatMap(([group, phrases]) =>
    [...phrases].map((word) => ({ word, weight: model.weights[group] ?? 0 })),
  );
  return { logit, weighed: weighed.filter(({ weight }) => weight !== 0) };
}

/** The probability that belongs to a logit. */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** True when a text with this probability is held, or marked, as spam: see {@link SpamModel.threshold}. */
export function looksLikeSpam(probability: number): boolean {
  return probability > spamWeights.threshold;
}
