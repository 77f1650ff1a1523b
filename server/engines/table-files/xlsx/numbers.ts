/** The number of a day in a workbook begins in 1900, or in 1904 where it says so. */
export type DateSystem = 1900 | 1904;

const dayMilliseconds = 86_400_000;
/** Day 0. The system of 1900 counts a 29 February that did not exist: from March on, everything is a day later. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const lastDay = 2_958_465;

/**
 * The date of a cell that is shown as one, `2026-11-30` or with a time `2026-11-30T09:15:00`, to the
 * millisecond; undefined when the number
 * is no date.
 */
export function readDateNumber(serial: number, system: DateSystem): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastDay + 1) return undefined;
  // 29 February 1900, which does not exist.
  if (system === 1900 && Math.floor(serial) === 60) return undefined;
  const shift = system === 1900 && serial < 60 && serial >= 1 ? dayMilliseconds : 0;
  const milliseconds = Math.round(serial * dayMilliseconds);
  const written = new Date(dayZero[system] + shift + milliseconds).toISOString();
  if (written.endsWith('T00:00:00.000Z')) return written.slice(0, 10);
  return written.endsWith('.000Z') ? written.slice(0, 19) : written.slice(0, 23);
}

/** A number as people write it: no exponent, and no more digits than a workbook keeps. */
export function writeNumber(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw === '' || !Number.isFinite(number)) return raw;
  const short = Number(number.toPrecision(15));
  const written = String(short);
  if (!written.includes('e')) return written;
  return Math.abs(short) >= 1 ? BigInt(Math.round(short)).toString() : withoutEndingZeros(short.toFixed(20));
}

/** Formats that show dates, by their built-in ids. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Whether a format shows a number as a date or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return dateFormats.has(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^[\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? part : ''))
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}

function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
