import { type ICalEventData, ICalEventTransparency, default as ical } from 'ical-generator';
import { DateTime } from 'luxon';
import { languageOf } from '../../../../contract/languages/languages.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { respondBy } from '../../working-time/index.ts';
import { type DueLead, toTitle } from './calendar-feed.rules.ts';
import { sentence } from './catalogue.ts';

export interface FeedTexts {
  readonly organizationName: string;
  readonly organizationKind: 'operator' | 'partner';
  /** The time zone of the moments in descriptions, IANA name. */
  readonly timeZone: string;
  readonly calendar: WorkingCalendar | undefined;
  /** BCP 47: texts are in its language, moments as its region writes them. */
  readonly locale: string;
  /** Where people reach this installation, without a trailing slash. */
  readonly publicUrl: string;
}

/** How often calendar programs should refresh, in seconds. */
const refreshSeconds = 3600;

/** Dates per piece: writing a thousand in one go would keep everyone else waiting. */
const datesInPiece = 50;
const end = 'END:VCALENDAR';

/**
 * The dates as an iCalendar file (RFC 5545), in pieces. The same leads give the same text: a change to a lead changes
 * its `SEQUENCE` and `DTSTAMP`. It names the company or the offer, never a contact; what people planned is in their words.
 */
export function* presentFeed(dues: readonly DueLead[], texts: FeedTexts): Generator<string> {
  const opening = writeCalendar([], texts).slice(0, -end.length);
  yield opening;
  for (let start = 0; start < dues.length; start += datesInPiece) {
    const piece = writeCalendar(dues.slice(start, start + datesInPiece), texts);
    yield piece.slice(opening.length, -end.length);
  }
  // The library omits the end of the last line, which RFC 5545 (3.1) requires.
  yield `${end}\r\n`;
}

function writeCalendar(dues: readonly DueLead[], texts: FeedTexts): string {
  const language = languageOf(texts.locale);
  return ical({
    name: `Leadlight: ${toTitle(texts.organizationName)}`,
    prodId: { company: 'Leadlight', product: 'Calendar', language: language.toUpperCase() },
    ttl: refreshSeconds,
    events: dues.map((due) => presentDue(due, texts)),
  }).toString();
}

function presentDue(due: DueLead, texts: FeedTexts): ICalEventData {
  const language = languageOf(texts.locale);
  const link = `${texts.publicUrl}/leads/${due.leadId}`;
  const about = due.about === null ? sentence('unnamed').in(language) : toTitle(due.about);
  const common = {
    id: `${due.kind}-${due.leadId}@leadlight`,
    sequence: due.version,
    stamp: due.updatedAt,
    url: link,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  if (due.kind === 'purchase') {
    return {
      ...common,
      summary: sentence('purchase.title', { about }).in(language),
      description: `${sentence('purchase.text').in(language)}\n${link}`,
      start: new Date(due.day),
      allDay: true,
    };
  }
  if (due.kind === 'step') {
    return {
      ...common,
      summary: sentence('step.title', { what: toTitle(due.what), about }).in(language),
      description: `${sentence('step.text').in(language)}\n${link}`,
      start: due.at ?? new Date(due.day),
      allDay: due.at === null,
    };
  }
  return {
    ...common,
    summary: sentence(`answer.${texts.organizationKind}`, { about }).in(language),
    description: `${describeDeadline(due.expiresAt, texts)}\n${link}`,
    start: respondBy(due.expiresAt, texts.calendar, due.receivedAt),
  };
}

/** Expires on Sun, 6 Dec 2026, 10:00 (Europe/Berlin). */
function describeDeadline(expiresAt: Date, { timeZone, locale }: FeedTexts): string {
  const local = DateTime.fromJSDate(expiresAt, { zone: timeZone });
  const shown = local.isValid ? local : DateTime.fromJSDate(expiresAt, { zone: 'UTC' });
  const moment = shown.setLocale(locale).toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY);
  return sentence('answer.text', { moment, zone: shown.zoneName ?? 'UTC' }).in(languageOf(locale));
}
