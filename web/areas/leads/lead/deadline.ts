import type { Lead } from '../../../../contract/leads/leads.ts';
import { appLanguage } from '../../../ui/format.ts';

/** False for a test, and for a lead whose customer did not agree to be contacted: no one waits for an answer. */
export function wantsAnswer(lead: Pick<Lead, 'isTest' | 'contactWithheld'>): boolean {
  return !lead.isTest && lead.contactWithheld !== 'NoConsent';
}

const hour = 3_600_000;

/**
 * The time left until a moment, in the largest fitting unit: "14 days", "5 hours", "40 minutes". Hours and minutes are
 * rounded down, so that no one is promised more time than there is; days are rounded to the nearest, since a lead that
 * has just come in has not lost one.
 */
export function wordTimeLeft(until: string, now: number): string {
  const left = Math.max(0, Date.parse(until) - now);
  const word = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(appLanguage, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  if (left >= 96 * hour) return word(Math.round(left / (24 * hour)), 'day');
  if (left >= hour) return word(Math.floor(left / hour), 'hour');
  return word(Math.floor(left / 60_000), 'minute');
}

/** A moment around now, short: "Fri, Dec 5, 5:30 PM". */
export function wordMoment(at: string, locale: string | undefined, timeZone: string | undefined): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(new Date(at));
}
