import { cutText } from '../../../contract/cut.ts';
import { languageOf } from '../../../contract/languages/languages.ts';
import type { MailLanguage, MailReason } from '../../../contract/mail/lists.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import { knownZone } from '../../platform/local-day.ts';
import { frameOf, type MailFrame } from './frame/frame.ts';
import type { MailContent } from './kinds/mail-content.ts';
import type { MailText, TextTools } from './kinds/mail-text.ts';
import { type LinkPurpose, signLink, signTurnsOff, type TurnsOff } from './link-tokens.ts';
import { mailHtml } from './mail-html.ts';

/** What an email is rendered from. */
export interface MailToRender {
  readonly content: MailContent;
  readonly reason: MailReason;
  readonly locale: string;
  readonly timeZone: string;
  /** Whom it goes to, and as a member of which organization; missing: nobody who has settings. */
  readonly to?: Omit<TurnsOff, 'category'> | undefined;
}

export interface RenderSettings {
  readonly publicUrl: string;
  /** undefined: links that let someone in are shown as dots, and the link that turns such emails off is left out. */
  readonly linkSecret: Buffer | undefined;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** It has a link that lets its holder in, or act for the recipient, so only the recipient may see it. */
  readonly hidesLink: boolean;
  /** Where the recipient can turn this kind off; null: it is required. */
  readonly settingsUrl: string | null;
  /** The page that turns this kind off for the recipient, for whoever has its address; null: it is required. */
  readonly unsubscribeUrl: string | null;
}

/** The text of an email, plain and in HTML, in the recipient's language and time zone (NT-3). */
export function renderMail(mail: MailToRender, settings: RenderSettings): RenderedMail {
  const language = languageOf(mail.locale);
  const tools = toolsFor(mail, language, settings);
  const text = oneLined(mail.content.write(tools));
  const { zone, hidesLink } = tools.written();
  const settingsUrl = mail.content.canTurnOff ? `${settings.publicUrl}/settings/notifications` : null;
  const unsubscribeUrl = unsubscribeUrlOf(mail, settings);
  const frame = frameOf(language, { reason: mail.reason, zone, settingsUrl, unsubscribeUrl });
  return {
    subject: text.subject,
    text: plainText(text, frame),
    html: mailHtml(text, frame),
    hidesLink,
    settingsUrl,
    unsubscribeUrl,
  };
}

function unsubscribeUrlOf({ content, to }: MailToRender, settings: RenderSettings): string | null {
  const { publicUrl, linkSecret } = settings;
  if (!content.canTurnOff || !to || !linkSecret) return null;
  return `${publicUrl}/unsubscribe/${signTurnsOff(linkSecret, { ...to, category: content.kind })}`;
}

/** Only the subject, for lists. */
export function subjectOf(mail: MailToRender, settings: RenderSettings): string {
  const tools = toolsFor(mail, languageOf(mail.locale), settings);
  return oneLined(mail.content.write(tools)).subject;
}

/** What an email turned out to contain. */
interface Written {
  /** The time zone that the email has to name; undefined when it contains no time. */
  readonly zone: string | undefined;
  readonly hidesLink: boolean;
}

function toolsFor(
  mail: MailToRender,
  language: MailLanguage,
  settings: RenderSettings,
): TextTools & { written: () => Written } {
  const zone = knownZone(mail.timeZone);
  const locale = localeOr(mail.locale, language);
  const { regions, numbers } = formatsOf(locale);
  const momentFormat = momentsIn(locale, zone);
  let tellsTime = false;
  let hidesLink = false;
  return {
    language,
    publicUrl: settings.publicUrl,
    written: () => ({ zone: tellsTime ? zone.replaceAll('_', ' ') : undefined, hidesLink }),
    moment: (iso) => {
      tellsTime = true;
      return momentFormat.format(new Date(iso));
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    number: (value) => numbers.format(value),
    secretLink: (path, id) => {
      hidesLink = true;
      return `${settings.publicUrl}/${path}/${secretPart(settings, path, id)}`;
    },
  };
}

/** Creating a format takes longer than the rest of an email. Locales come from browsers, so the caches are bounded. */
const formats = new BoundedMap<string, Formats>(100);
const moments = new BoundedMap<string, Intl.DateTimeFormat>(500);

/** What depends on the locale alone. */
interface Formats {
  readonly regions: Intl.DisplayNames;
  readonly numbers: Intl.NumberFormat;
}

function formatsOf(locale: string): Formats {
  const made = formats.get(locale) ?? {
    regions: new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }),
    numbers: new Intl.NumberFormat(locale),
  };
  formats.set(locale, made);
  return made;
}

function momentsIn(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const made = moments.get(key) ?? new Intl.DateTimeFormat(locale, { ...momentParts, timeZone });
  moments.set(key, made);
  return made;
}

const momentParts = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

function secretPart({ linkSecret }: RenderSettings, purpose: LinkPurpose, id: string): string {
  return linkSecret ? signLink(linkSecret, purpose, id) : '••••••••';
}

/** The locale if its language is the email's, else the language alone: numbers and dates follow the person. */
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

/** Names come from strangers: in an email each becomes one line of bounded length. */
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

function plainText(text: MailText, { timesIn, footer, settings, unsubscribe }: MailFrame): string {
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
    [
      '-- ',
      timesIn ? `${timesIn} ${footer}` : footer,
      ...[settings, unsubscribe].flatMap((link) => (link ? [`${link.label}: ${link.href}`] : [])),
    ],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}
