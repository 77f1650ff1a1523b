/** How tables write a missing value. */
const missingWords = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '-', '--', '?', '.']);

/** True for an empty cell and for the usual ways to write one. */
export function isMissing(text: string): boolean {
  return text.length <= 4 && missingWords.has(text.toLowerCase());
}

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const commaNumber = /^[+-]?\d+,\d+$/;

/**
 * The number in a cell, or undefined. A decimal comma is accepted where the comma does not separate cells. Digits with
 * needless leading zeros are not numbers but codes, such as postal codes.
 */
export function readNumber(text: string, decimalComma: boolean): number | undefined {
  if (/^[+-]?0\d/.test(text)) return undefined;
  if (plainNumber.test(text)) return finite(Number(text));
  return decimalComma && commaNumber.test(text) ? finite(Number(text.replace(',', '.'))) : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

const wonWords = '1 1.0 y yes t true won win closed-won converted ja oui si sí sim はい';
const otherWords = '0 0.0 n no f false lost lose loss closed-lost nein non não いいえ';
const outcomeWords = new Map([
  ...wonWords.split(' ').map((word) => [word, 1] as const),
  ...otherWords.split(' ').map((word) => [word, 0] as const),
]);

/**
 * 1 for yes, true, won and the like, 0 for no, false, lost and the like, case-insensitive; undefined for everything
 * else.
 * @param won when given, only this value is won and every other is not
 */
export function readOutcome(text: string, won?: string): number | undefined {
  const said = text.trim().toLowerCase();
  if (won !== undefined) return isMissing(text) ? undefined : Number(said === won.trim().toLowerCase());
  return outcomeWords.get(said.replace(/\s+/g, '-'));
}

/** A moment in both readings of its date; they are equal when it can be read in only one way. */
export interface ReadMoment {
  /** Milliseconds; NaN when this reading gives no valid day. */
  readonly dayFirst: number;
  readonly monthFirst: number;
}

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*(am|pm))?(?:\s*(z|[+-]\d{2}:?\d{2}))?\s*)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${time}$`, 'i');
const namedMonth = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]+(\d{4})${time}$`, 'i');
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Parses `2024-03-01`, `2024/3/1 14:05`, `1.3.2024`, `3/1/2024 2:05 PM`, `1 Mar 2024` and the like; without a zone it
 * is UTC. undefined when it is not a date.
 */
export function readMoment(text: string): ReadMoment | undefined {
  const first = yearFirst.exec(text);
  if (first) return inOneWay(momentOf(first[1], first[3], first[4], first.slice(5)));
  const last = yearLast.exec(text);
  if (last) {
    const clock = last.slice(5);
    const dayFirst = momentOf(last[4], last[3], last[1], clock);
    // Nobody writes the month first with dots.
    const monthFirst = last[2] === '.' ? dayFirst : momentOf(last[4], last[1], last[3], clock);
    return Number.isNaN(dayFirst) && Number.isNaN(monthFirst) ? undefined : { dayFirst, monthFirst };
  }
  const named = namedMonth.exec(text);
  if (!named) return undefined;
  const month = monthNames.indexOf((named[2] ?? '').toLowerCase()) + 1;
  return inOneWay(momentOf(named[3], String(month), named[1], named.slice(4)));
}

function inOneWay(moment: number): ReadMoment | undefined {
  return Number.isNaN(moment) ? undefined : { dayFirst: moment, monthFirst: moment };
}

type Part = string | undefined;

function momentOf(year: Part, month: Part, day: Part, clock: readonly Part[]): number {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return Number.NaN;
  const [hours, minutes, seconds, half, zone] = clock;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours ?? 0);
  if (hour > 24 || Number(minutes ?? 0) > 59) return Number.NaN;
  const inSeconds = hour * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return date.getTime() + (inSeconds - offsetSeconds(zone)) * 1000;
}

function offsetSeconds(zone: Part): number {
  if (!zone || zone.toLowerCase() === 'z') return 0;
  const digits = zone.replace(/\D/g, '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
