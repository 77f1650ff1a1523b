import { currencies } from '../../contract/currencies.ts';
import { appLanguage } from '../../contract/languages/languages.ts';
import type { Money } from '../../contract/money.ts';
import { shared } from './words/catalogue.ts';
import { browserZone, presentZoneName } from './zone-names.ts';

/** The number of minor-unit digits of a currency, as in the API; browsers disagree about some. */
export function currencyDigits(currency: string): number {
  return currencies[currency] ?? 2;
}

/** Writes minor units as a plain decimal number, exactly: 12345 USD is `123.45`. */
export function toDecimal(money: Money): string {
  const digits = currencyDigits(money.currency);
  if (digits === 0) return String(money.amountMinor);
  const padded = String(money.amountMinor).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

type DecimalFormat = { format: (value: string) => string };

/** Money in the reader's locale; whole amounts without zeros behind the point. */
export function formatMoney(money: Money, locale?: string): string {
  const digits = currencyDigits(money.currency);
  const format = keep(`money ${locale} ${money.currency}`, () => {
    const options = { style: 'currency', currency: money.currency } as const;
    return new Intl.NumberFormat(locale, {
      ...options,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      trailingZeroDisplay: 'stripIfInteger',
    } as Intl.NumberFormatOptions) as unknown as DecimalFormat;
  });
  return format.format(toDecimal(money));
}

/** A number in the reader’s locale. */
export function formatNumber(value: number, locale?: string): string {
  return keep(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** The name of a country in the reader's language; the code itself if it has no name. */
export function formatCountry(code: string, locale?: string): string {
  try {
    return (
      keep(
        `country ${locale}`,
        () => new Intl.DisplayNames(locale ? [locale] : undefined, { type: 'region', fallback: 'code' }),
      ).of(code) ?? code
    );
  } catch {
    return code;
  }
}

/** What a language is called in the language of the app. */
export function formatLanguage(code: string): string {
  return new Intl.DisplayNames([appLanguage], { type: 'language' }).of(code) ?? code;
}

/** A calendar day (YYYY-MM-DD) in the reader's locale. It has no time zone and never shifts. */
export function formatDay(day: string, locale?: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  const format = keep(
    `day ${locale}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  // Date.UTC would map years below 100 to the twentieth century.
  return format.format(new Date(0).setUTCFullYear(year, month - 1, date));
}

/** A moment with date and time in the reader's locale and time zone; a zone that is not this browser's is named. */
export function formatInstant(instant: string, locale?: string, timeZone?: string): string {
  return keep(
    `instant ${locale} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
        timeZoneName: timeZone === undefined || isSameZone(timeZone) ? undefined : 'short',
      }),
  ).format(new Date(instant));
}

const isSameZone = (timeZone: string) => presentZoneName(timeZone) === browserZone();

/** The day of a moment in the reader's time zone. */
export function formatInstantDay(instant: string, locale?: string, timeZone?: string): string {
  return keep(
    `instant-day ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }),
  ).format(new Date(instant));
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.44 * day;
const year = 365.25 * day;

/** The language of the app's texts. Relative times follow it; dates, numbers and names follow the person's locale. */
export { appLanguage };

/**
 * "3 hours ago", "in 2 days": rounded towards now, so that a deadline is never shown as farther than it is. Days ahead
 * are the nearest: a lead with fourteen days has not lost one after five minutes.
 */
export function formatRelative(instant: string, now: number, locale: string = appLanguage): string {
  const difference = Date.parse(instant) - now;
  const format = keep(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const size = Math.abs(difference);
  if (size < minute) return format.format(0, 'second');
  if (size < hour) return format.format(Math.trunc(difference / minute), 'minute');
  if (size < 2 * day) return format.format(Math.trunc(difference / hour), 'hour');
  const wholeDays = difference > 0 ? Math.round(difference / day) : Math.trunc(difference / day);
  // One month or one year would read "last month" or "next year", which may be wrong.
  if (size < 2 * month) return format.format(wholeDays, 'day');
  if (size < 2 * year) return format.format(Math.trunc(difference / month), 'month');
  return format.format(Math.trunc(difference / year), 'year');
}

/** {@link formatRelative} as part of a sentence; "just now" within the last minute. */
export function wordRelative(instant: string, now: number): string {
  const ago = now - Date.parse(instant);
  return ago >= 0 && ago < minute ? shared('justNow') : formatRelative(instant, now);
}

/** First and last name of a contact, or null when neither is known. */
export function contactName(
  contact: { firstName: string | null; lastName: string | null } | null,
): string | null {
  const name = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
  return name || null;
}

/** The name of a lead's customer: the company, or the person, or a placeholder. */
export function customerLabel(lead: {
  customerName: string | null;
  contact: { firstName: string | null; lastName: string | null } | null;
}): string {
  return lead.customerName ?? contactName(lead.contact) ?? shared('unnamedCustomer');
}
