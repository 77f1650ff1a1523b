import type { Money as MoneyValue } from '../../contract/money.ts';
import {
  formatCountry,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMoney,
  wordRelative,
} from './format.ts';
import { useNow } from './now.ts';
import { useLocale } from './use-locale.ts';
import { shared } from './words/catalogue.ts';

/** Shown in place of a missing value; screen readers read the label. */
export function NoValue({ label = shared('notGiven') }: { label?: string }) {
  return (
    <span className="ll-muted">
      <span aria-hidden>–</span>
      <span className="ll-visually-hidden">{label}</span>
    </span>
  );
}

/** A phone number or an email address, from left to right in every language: its parts would otherwise change places. */
export function LeftToRight({ value }: { value: string }) {
  return <bdi dir="ltr">{value}</bdi>;
}

/** "3 hours ago", with the exact moment in the person's time zone on hover. */
export function RelativeTime({ at }: { at: string | null }) {
  const now = useNow();
  const { locale, timeZone } = useLocale();
  if (at === null) return <NoValue />;
  return (
    <time className="ll-numbers" dateTime={at} title={formatInstant(at, locale, timeZone)}>
      {wordRelative(at, now)}
    </time>
  );
}

/** Whether a moment has passed, for texts that must stay true on a page that is left open. */
export function useHasPassed(at: string | null): boolean {
  const now = useNow();
  return at !== null && Date.parse(at) <= now;
}

/** The exact moment in the person's time zone, with the relative time on hover. */
export function AbsoluteTime({ at, dayOnly = false }: { at: string | null; dayOnly?: boolean }) {
  const now = useNow();
  const { locale, timeZone } = useLocale();
  if (at === null) return <NoValue />;
  const exact = formatInstant(at, locale, timeZone);
  const relative = wordRelative(at, now);
  return (
    <time className="ll-numbers" dateTime={at} title={dayOnly ? `${exact} (${relative})` : relative}>
      {dayOnly ? formatInstantDay(at, locale, timeZone) : exact}
    </time>
  );
}

/** A calendar day, YYYY-MM-DD. */
export function CalendarDay({ day }: { day: string | null }) {
  const { locale } = useLocale();
  if (day === null) return <NoValue />;
  return (
    <time className="ll-numbers" dateTime={day}>
      {formatDay(day, locale)}
    </time>
  );
}

/** An amount in the reader’s locale. */
export function Money({ value }: { value: MoneyValue | null }) {
  const { locale } = useLocale();
  if (value === null) return <NoValue />;
  return <span className="ll-numbers">{formatMoney(value, locale)}</span>;
}

/** The name of a country by its ISO code. */
export function CountryName({ code }: { code: string | null }) {
  const { locale } = useLocale();
  if (code === null) return <NoValue />;
  return <>{formatCountry(code, locale)}</>;
}
