import { DateTime, IANAZone } from 'luxon';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { cutText } from '../../../contract/cut.ts';
import type { MailLanguage, MailReason, OptionalMailCategory } from '../../../contract/mail/lists.ts';
import { optionalMailCategories } from '../../../contract/mail/lists.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import type { MailContent } from './facts/mail-content.ts';
import { type LinkPurpose, signLink } from './link-tokens.ts';
import { MailLayout } from './mail-layout.tsx';
import { languageOf, textOf, wordsOf } from './mail-text.ts';
import type { MailText, TextTools } from './texts/mail-words.ts';

/** What a mail is rendered from. */
export interface MailToRender {
  readonly content: MailContent;
  readonly reason: MailReason;
  readonly locale: string;
  readonly timeZone: string;
}

export interface RenderSettings {
  readonly publicUrl: string;
  /** undefined: links that let somebody in are shown as dots. */
  readonly linkSecret: Buffer | undefined;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the recipient can switch this kind off; null: it is required. */
  readonly settingsUrl: string | null;
}

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** The text of a mail, plain and in HTML, in the recipient's language and time zone (NT-3). */
export function renderMail(mail: MailToRender, settings: RenderSettings): RenderedMail {
  const language = languageOf(mail.locale);
  const tools = toolsFor(mail, language, settings);
  const text = oneLined(textOf(disarmed(mail.content), language, tools));
  const { frame } = wordsOf(language);
  const timesIn = tools.zoneTold();
  const times = timesIn === undefined ? {} : { timesIn: frame.timesIn(timesIn) };
  const settingsUrl = isOptional(mail.content.kind) ? `${settings.publicUrl}/settings/notifications` : null;
  const footer = frame.reason[mail.reason];
  const link = settingsUrl === null ? undefined : { label: frame.settings, href: settingsUrl };
  const layout = createElement(MailLayout, { text, frame: { language, footer, settings: link, ...times } });
  return {
    subject: text.subject,
    text: plainText(text, times.timesIn ? `${times.timesIn} ${footer}` : footer, link),
    // Many mail programs take a page without the first line for one of the last century.
    html: `${doctype}${renderToStaticMarkup(layout)}`,
    settingsUrl,
  };
}

/** The subject alone, for lists. */
export function subjectOf(mail: MailToRender, settings: RenderSettings): string {
  const language = languageOf(mail.locale);
  return oneLined(textOf(mail.content, language, toolsFor(mail, language, settings))).subject;
}

/** True for the kinds of mail that their recipient may switch off. */
export function isOptional(kind: string): kind is OptionalMailCategory {
  return optionalMailCategories.some((one) => one === kind);
}

/** Tools that know afterwards whether a time was written, and so which zone the mail has to name. */
function toolsFor(
  mail: MailToRender,
  language: MailLanguage,
  settings: RenderSettings,
): TextTools & { zoneTold: () => string | undefined } {
  const zone = zoneOf(mail.timeZone);
  const locale = localeOr(mail.locale, language);
  const { regions, numbers } = formatsOf(locale);
  let isTold = false;
  return {
    publicUrl: settings.publicUrl,
    zoneTold: () => (isTold ? zone.replaceAll('_', ' ') : undefined),
    moment: (iso) => {
      isTold = true;
      return DateTime.fromISO(iso, { zone }).setLocale(locale).toLocaleString({
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      });
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    number: (value) => numbers.format(value),
    secretLink: (path, id) => `${settings.publicUrl}/${path}/${secretPart(settings, path, id)}`,
  };
}

/** Making these takes longer than all the rest of a mail. Locales come from browsers: only so many are remembered. */
const formats = new BoundedMap<string, { regions: Intl.DisplayNames; numbers: Intl.NumberFormat }>(100);

function formatsOf(locale: string) {
  const made = formats.get(locale) ?? {
    regions: new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }),
    numbers: new Intl.NumberFormat(locale),
  };
  formats.set(locale, made);
  return made;
}

/** Asking whether a zone is one takes as long as writing a mail. */
const zones = new BoundedMap<string, string>(500);

function zoneOf(name: string): string {
  const zone = zones.get(name) ?? (IANAZone.isValidZone(name) ? name : 'UTC');
  zones.set(name, zone);
  return zone;
}

function secretPart({ linkSecret }: RenderSettings, purpose: LinkPurpose, id: string): string {
  return linkSecret ? signLink(linkSecret, purpose, id) : '••••••••';
}

/** A locale whose words are those of the mail: numbers and dates follow the person, the language is one we write. */
function localeOr(locale: string, language: MailLanguage): string {
  try {
    const [known] = Intl.getCanonicalLocales(locale);
    return known && languageOf(known) === language && known.toLowerCase().startsWith(language)
      ? known
      : language;
  } catch {
    return language;
  }
}

/** Names that people give themselves, and that go to somebody who does not know them yet. */
function disarmed(content: MailContent): MailContent {
  if (content.kind !== 'invitation') return content;
  const { inviterName, organizationName } = content;
  return {
    ...content,
    inviterName: unlinked(inviterName),
    organizationName: unlinked(organizationName),
  };
}

/** A name that no mail program makes a link of: no address in it, and short. */
function unlinked(name: string): string {
  const plain = name.replaceAll('://', ' ').replace(/(?<=\S)[.@](?=\S)/g, ' ');
  return cutText(plain, 60);
}

/** Names come from strangers: in an email each is one line of bounded length. */
function oneLined(text: MailText): MailText {
  const cleanTo = (most: number) => (value: string) => {
    return cutText(value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(), most);
  };
  const clean = cleanTo(200);
  return {
    ...text,
    subject: clean(text.subject),
    heading: clean(text.heading),
    paragraphs: text.paragraphs.map(cleanTo(600)),
    lines: text.lines?.map((line) => ({
      ...line,
      title: clean(line.title),
      details: line.details.map(clean),
    })),
  };
}

function plainText(text: MailText, footer: string, settings?: { label: string; href: string }): string {
  const lines = (text.lines ?? []).flatMap(({ title, details, href }) => [
    `* ${title}`,
    `  ${details.join(' · ')}`,
    `  ${href}`,
    '',
  ]);
  const parts = [
    [text.heading],
    text.paragraphs.flatMap((paragraph) => [paragraph, '']).slice(0, -1),
    lines.slice(0, -1),
    text.after ? [text.after] : [],
    (text.buttons ?? []).flatMap(({ label, href }) => [`${label}:`, href]),
    text.closing ?? [],
    ['-- ', footer, ...(settings ? [`${settings.label}: ${settings.href}`] : [])],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}
