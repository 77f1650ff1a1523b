import { Preview } from '@react-email/components';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BoundedMap } from '../../platform/bounded-map.ts';
import type { MailFrame } from './frame/frame.ts';
import type { MailText } from './kinds/mail-text.ts';
import { MailLayout, previewOf } from './mail-layout.tsx';

// Without the doctype, many mail clients render a page in quirks mode.
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** What an email looks like without its words: what stands before, between and after them. */
interface Layout {
  /** Up to the text that mailboxes show next to the subject, which has its own rules. */
  readonly head: string;
  readonly between: readonly string[];
}

/** Emails differ in their words far more than in their layout. Digests may be long, so the cache is bounded. */
const layouts = new BoundedMap<string, Layout>(200);

/**
 * An email in HTML: exactly what {@link MailLayout} renders. It is laid out once for all emails with as many paragraphs,
 * lines and links; laying out takes twenty times as long as putting in the words.
 */
export function mailHtml(text: MailText, frame: MailFrame): string {
  const shape = shapeOf(text, frame);
  const layout = layouts.get(shape) ?? layOut(text, frame);
  layouts.set(shape, layout);
  const parts = [doctype, layout.head, preview(text)];
  let place = 0;
  const putIn = (words: string) => {
    parts.push(layout.between[place++] ?? '', escaped(words));
    return words;
  };
  eachText(text, frame, putIn);
  parts.push(layout.between[place] ?? '');
  return parts.join('');
}

/** Emails of the same shape have the same layout. */
function shapeOf(text: MailText, { language, timesIn, settings, unsubscribe }: MailFrame): string {
  const { paragraphs, lines, after, buttons, closing } = text;
  const counts = [paragraphs, lines, buttons, closing].map((list) => list?.length ?? 0);
  const links = [settings !== undefined, unsubscribe !== undefined];
  return [language, ...counts, Boolean(after), Boolean(timesIn), ...links].join(' ');
}

function layOut(before: MailText, beforeFrame: MailFrame): Layout {
  let marks = 0;
  // Each another text, as the layout takes some as keys, between characters for private use, which it has nowhere else.
  const { text, frame } = eachText(before, beforeFrame, () => `\uE000${marks++}\uE000`);
  const html = renderToStaticMarkup(createElement(MailLayout, { text, frame }));
  const [head = '', rest = ''] = html.split(preview(text));
  return { head, between: rest.split(/\uE000\d+\uE000/) };
}

function preview(text: MailText): string {
  return renderToStaticMarkup(createElement(Preview, null, previewOf(text)));
}

/** Maps each text of the layout, in the order in which it shows them. */
function eachText(text: MailText, frame: MailFrame, map: (words: string) => string) {
  const mapped: MailText = {
    subject: text.subject,
    heading: map(text.heading),
    paragraphs: text.paragraphs.map(map),
    lines: (text.lines ?? []).map(({ href, title, details }) => ({
      href: map(href),
      title: map(title),
      details: [map(details.join(' · '))],
    })),
    after: text.after && map(text.after),
    buttons: (text.buttons ?? []).map(({ href, label }) => ({ href: map(href), label: map(label) })),
    closing: (text.closing ?? []).map(map),
  };
  const { language, timesIn, footer, settings, unsubscribe } = frame;
  const mappedFrame: MailFrame = {
    language,
    ...(timesIn && { timesIn: map(timesIn) }),
    footer: map(footer),
    ...(settings && { settings: { href: map(settings.href), label: map(settings.label) } }),
    ...(unsubscribe && { unsubscribe: { href: map(unsubscribe.href), label: map(unsubscribe.label) } }),
  };
  return { text: mapped, frame: mappedFrame };
}

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
};

/** As React escapes texts and attributes. */
function escaped(words: string): string {
  return words.replace(/["&'<>]/g, (character) => entities[character] ?? character);
}
