import { queryOptions } from '@tanstack/react-query';
import type { Weekday, WorkingCalendar, WorkingSpan } from '../../../contract/working-time/calendar.ts';
import { request } from '../../api/client.ts';
// Not through the index, as nothing else of the forms is needed here.
import { completeYear } from '../../ui/days.ts';
import { t } from './catalogue.ts';

export const workingCalendarKey = ['working-calendar'] as const;

/** The working calendar; null where there is none. */
export const workingCalendarQuery = queryOptions({
  queryKey: workingCalendarKey,
  queryFn: ({ signal }) => request('GET /api/v1/working-calendar', { signal }),
});

export type WeekHours = WorkingCalendar['hours'];

/** The days in the order of the week, with their names. */
export const weekdays: readonly { key: Weekday; name: string }[] = [
  { key: 'monday', name: t('day.monday') },
  { key: 'tuesday', name: t('day.tuesday') },
  { key: 'wednesday', name: t('day.wednesday') },
  { key: 'thursday', name: t('day.thursday') },
  { key: 'friday', name: t('day.friday') },
  { key: 'saturday', name: t('day.saturday') },
  { key: 'sunday', name: t('day.sunday') },
];

/** The initial values of a new calendar. */
export function startCalendar(timeZone: string): WorkingCalendar {
  const office = () => [{ from: '09:00', to: '17:00' }];
  return {
    timeZone,
    hours: {
      monday: office(),
      tuesday: office(),
      wednesday: office(),
      thursday: office(),
      friday: office(),
      saturday: [],
      sunday: [],
    },
    holidays: [],
  };
}

/** The hours to start a day with, or to add after its last ones; null if there is no room. */
export function nextSpan(spans: readonly WorkingSpan[]): WorkingSpan | null {
  const last = spans.at(-1);
  if (last === undefined) return { from: '09:00', to: '17:00' };
  const start = minutesOf(last.to) + 60;
  if (last.to === '' || start + 60 > 24 * 60) return null;
  return { from: timeOf(start), to: timeOf(start + 60) };
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The end of a span for a time field, which has no 24:00. */
export const toEndField = (to: string): string => (to === '24:00' ? '00:00' : to);
/** The end of a span from a time field: 00:00 is stored as 24:00. */
export const fromEndField = (typed: string): string => (typed === '00:00' ? '24:00' : typed);

/** What is wrong with the hours of a day; null if nothing. */
export function findHoursProblem(spans: readonly WorkingSpan[]): string | null {
  for (const [at, { from, to }] of spans.entries()) {
    if (from === '' || to === '') return t('hours.incomplete');
    if (to <= from) return t('hours.backwards');
    const before = spans[at - 1];
    if (before !== undefined && from < before.to) return t('hours.overlapping');
  }
  return null;
}

/** Problems by form field; empty when the hours can be saved. */
export function findWeekProblems(hours: WeekHours): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { key } of weekdays) {
    const problem = findHoursProblem(hours[key]);
    if (problem !== null) problems[`hours.${key}`] = problem;
  }
  if (weekdays.every(({ key }) => hours[key].length === 0)) {
    problems['hours.monday'] = t('hours.atLeastOne');
  }
  return problems;
}

/** The values of the form: the calendar, and typed days that are not in its list yet. */
export type CalendarValues = WorkingCalendar & { addedDay: string; pastedDays: string };

/** The calendar as form values. */
export function fillCalendarForm(calendar: WorkingCalendar): CalendarValues {
  return { ...calendar, addedDay: '', pastedDays: '' };
}

/** The calendar with all typed days, whether or not they were added to the list. */
export function readCalendarForm({ addedDay, pastedDays, ...calendar }: CalendarValues): WorkingCalendar {
  const typed = [completeYear(addedDay), pastedDays].flatMap((text) => readDays(text).days);
  return { ...calendar, holidays: addDays(calendar.holidays, typed) };
}

/** Problems by form field; empty when the calendar can be saved. */
export function findCalendarProblems({
  hours,
  addedDay,
  pastedDays,
}: CalendarValues): Record<string, string> {
  const problems = findWeekProblems(hours);
  const isDay = addedDay === '' || readDays(completeYear(addedDay)).days.length > 0;
  if (!isDay) problems.addedDay = t('holidays.yearTooShort');
  if (readDays(pastedDays).unreadable.length > 0) problems.pastedDays = t('paste.unreadable');
  return problems;
}

/** A moment of the week. */
interface WeekMoment {
  readonly day: string;
  readonly time: string;
}

/** Candidate ends; at least one is outside most working hours. */
const exampleEnds = [
  { day: 6, time: '10:00' },
  { day: 0, time: '03:00' },
  { day: 4, time: '22:00' },
];

/**
 * An example of what the hours do: when a lead expires, and when to respond by. null when the hours are invalid or
 * cover every example.
 */
export function previewAnswer(hours: WeekHours): { end: WeekMoment; answer: WeekMoment } | null {
  if (Object.keys(findWeekProblems(hours)).length > 0) return null;
  for (const end of exampleEnds) {
    const answer = findAnswer(hours, end);
    if (answer.day !== end.day || answer.time !== end.time) return { end: name(end), answer: name(answer) };
  }
  return null;
}

type Place = { readonly day: number; readonly time: string };

function findAnswer(hours: WeekHours, end: Place): Place {
  for (let back = 0; back <= weekdays.length; back++) {
    const day = (end.day - back + weekdays.length) % weekdays.length;
    const key = weekdays[day]?.key;
    const limit = back === 0 ? end.time : '24:00';
    const span = key && hours[key].findLast(({ from }) => from <= limit);
    if (span) return { day, time: span.to < limit ? span.to : limit };
  }
  return end;
}

function name({ day, time }: Place): WeekMoment {
  return { day: weekdays[day]?.name ?? '', time };
}

/** A time of day in the reader's locale. */
export function formatClock(time: string, locale: string | undefined): string {
  if (time === '24:00') return t('hours.midnight');
  const at = new Date(`1970-01-01T${time}:00Z`);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(at);
}

/** Merges days, sorted and without duplicates. */
export function addDays(days: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...days, ...more])].sort();
}

/** The days in a pasted list, as 2026-12-24 or 24.12.2026, and the lines without one. */
export function readDays(pasted: string): { days: string[]; unreadable: string[] } {
  const days: string[] = [];
  const unreadable: string[] = [];
  for (const line of pasted.split(/\r\n|\r|\n/u)) {
    const found = [...line.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/gu)];
    const read = found.flatMap(([, year, month, day, dotDay, dotMonth, dotYear]) => {
      const one = toDay(year ?? dotYear ?? '', month ?? dotMonth ?? '', day ?? dotDay ?? '');
      return one === null ? [] : [one];
    });
    if (read.length > 0 && read.length === found.length) days.push(...read);
    else if (line.trim() !== '') unreadable.push(line.trim());
  }
  return { days: addDays([], days), unreadable };
}

/** No relevant holiday is older: an earlier year was typed with too few digits. */
const firstDay = '2000-01-01';

/** The day, or null if it doesn't exist. */
function toDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  return exists && text >= firstDay ? text : null;
}
