import {
  type CountryCode,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** ITU-T E.161: the letters on the keys. */
const keys = '22233344455566677778889999';
/** Digits, followed by a word of three or more letters without blanks: 1-800-FLOWERS. */
const inOnePiece = /^(\+?1[\s.-]?)?\(?(\d{3})\)?[\s.-]?([A-Z\d-]{7,15})$/i;
/** Digits, followed by words in capitals, so that no sentence is taken for a number: 1300 FLOWER, 1 800 GO FEDEX. */
const inCapitals = /^(\+?[\d\s().-]{2,})([A-Z][A-Z\s.-]*(?:\d[\d\s-]*)?)$/;

const callLines: ReadonlySet<string | undefined> = new Set([
  'TOLL_FREE',
  'SHARED_COST',
  'PREMIUM_RATE',
  'UAN',
  'PERSONAL_NUMBER',
]);
const shortestWhole = 6;

/**
 * The number that a word spells; undefined where the text is not such a number. Outside North America only numbers that
 * companies rent for their name are written this way. Letters beyond the length of a number do not count.
 */
export function readVanity(text: string, home: CountryCode | undefined): PhoneNumber | undefined {
  const { prefix, word } = partsOf(text);
  if (prefix === '' || word.replace(/[^A-Z]/gi, '').length < 3) return undefined;
  const digits = inDigits(word);
  const isAmerican = home === undefined || getCountryCallingCode(home) === '1';
  if (prefix.startsWith('+1') || (isAmerican && !prefix.startsWith('+'))) {
    const area = prefix.replace(/^\+?1(?=\d{3})/, '');
    return valid(`+1${(area + digits).slice(0, 10)}`);
  }
  const lengths = Array.from({ length: digits.length - 2 }, (_, dropped) => digits.length - dropped);
  return lengths
    .filter((length) => prefix.length + length >= shortestWhole)
    .map((length) => valid(prefix + digits.slice(0, length), prefix.startsWith('+') ? undefined : home))
    .find((number) => number && callLines.has(number.getType()));
}

function partsOf(text: string): { prefix: string; word: string } {
  const [, one = '', area = '', piece = ''] = inOnePiece.exec(text) ?? [];
  if (piece !== '') return { prefix: (one + area).replace(/[^\d+]/g, ''), word: piece };
  const [, digits = '', words = ''] = inCapitals.exec(text) ?? [];
  return { prefix: digits.replace(/[^\d+]/g, ''), word: words };
}

function inDigits(word: string): string {
  return word
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .replace(/[A-Z]/g, (letter) => keys[letter.charCodeAt(0) - 65] ?? '');
}

function valid(text: string, home?: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, home);
  return number?.isValid() ? number : undefined;
}
