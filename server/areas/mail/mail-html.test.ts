import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { mailLanguages } from '../../../contract/mail/lists.ts';
import type { MailFrame } from './frame/frame.ts';
import type { MailText } from './kinds/mail-text.ts';
import { mailHtml } from './mail-html.ts';
import { MailLayout } from './mail-layout.tsx';

/** What people and strangers write: with marks of HTML, patterns of replacements, and what the layout marks places with. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    '<b>"Tom" & \'Ada\'</b>',
    '$&$1$$',
    '\uE0000\uE000',
    '\uE0003\uE000 \uE000',
    'x'.repeat(400),
  ),
);
const href = fc.webUrl({ withQueryParameters: true, withFragments: true });
const few = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { maxLength: 4 });
const text: fc.Arbitrary<MailText> = fc.record(
  {
    subject: words,
    heading: words,
    paragraphs: few(words),
    lines: few(fc.record({ title: words, details: few(words), href })),
    after: words,
    buttons: few(fc.record({ label: words, href })),
    closing: few(words),
  },
  { requiredKeys: ['subject', 'heading', 'paragraphs'] },
);
const frame: fc.Arbitrary<MailFrame> = fc.record(
  {
    language: fc.constantFrom(...mailLanguages),
    footer: words,
    timesIn: words,
    settings: fc.record({ label: words, href }),
    unsubscribe: fc.record({ label: words, href }),
  },
  { requiredKeys: ['language', 'footer'] },
);

describe('NT-3: the HTML of an email', () => {
  it('NT-3 is byte for byte what the layout renders, the first time and later', () => {
    fc.assert(
      fc.property(text, frame, (text, frame) => {
        const whole = renderToStaticMarkup(createElement(MailLayout, { text, frame }));
        for (const html of [mailHtml(text, frame), mailHtml(text, frame)])
          expect(html.slice(html.indexOf('>') + 1)).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });
});
