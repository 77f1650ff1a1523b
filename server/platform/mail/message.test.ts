import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { quotedPrintable, writeMessage } from './message.ts';

const parts = {
  from: 'Leadlight <leads@leads.example>',
  to: { name: 'Zoë "Z" Müller, GmbH', address: 'zoe@müller.example' },
  messageId: '<0190a1b2-1111-7222-8333-444455556666@leads.example>',
  subject: 'Neue Anfrage von Café Œuvre – bitte bis Freitag antworten, sonst verfällt sie 日本',
  text: 'Hello\n\n.\nFrom here on\n-- \nBye\n',
  html: `<p>Grüße = ${'lang '.repeat(60)}</p>`,
  headers: { 'List-Unsubscribe': '<https://leads.example/settings/notifications>' },
};
const lineEnds = (text: string) => text.replace(/\r\n/g, '\n');

/** Everything that an encoding has to keep. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom('=', ' ', '\t', '\n', 'a', 'é', '日', '😀', '.', '-', '_', '\u007f') }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('NT-3: the bytes of an email', () => {
  it('NT-3 say to every reader what was written', async () => {
    const { raw, envelope } = writeMessage(parts);
    const read = await simpleParser(raw);
    expect(envelope).toEqual({ from: 'leads@leads.example', to: ['zoe@xn--mller-kva.example'] });
    expect(read.subject).toBe(parts.subject);
    expect(read.messageId).toBe(parts.messageId);
    expect([read.to].flat()[0]?.value[0]?.name).toBe(parts.to.name);
    expect(read.headers.get('list')).toMatchObject({
      unsubscribe: { url: 'https://leads.example/settings/notifications' },
    });
    expect(read.text).toBe(parts.text);
    expect(read.html).toBe(parts.html);
    expect(read.attachments).toEqual([]);
  });

  it('NT-3 come back whatever the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, html) => {
        const { raw } = writeMessage({ ...parts, text: `a${text}z`, html: `<p>${html}</p>` });
        const read = await simpleParser(raw, { skipTextToHtml: true });
        expect(lineEnds(read.text ?? '')).toBe(lineEnds(`a${text}z`));
        expect(lineEnds(read.html || '')).toBe(lineEnds(`<p>${html}</p>`));
      }),
      { numRuns: 200 },
    );
  });

  it('NT-3 are ASCII in lines that every server passes on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { raw } = writeMessage({ ...parts, text, html: text.repeat(5) });
        expect(raw.every((byte) => byte < 0x80)).toBe(true);
        const lines = raw.toString('latin1').split('\r\n');
        expect(lines.join('').includes('\n')).toBe(false);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('NT-3 are the same bytes when an email is sent again, except for the date', () => {
    const withoutDate = () =>
      writeMessage(parts)
        .raw.toString('latin1')
        .replace(/^Date: .*$/m, '');
    expect(withoutDate()).toBe(withoutDate());
  });

  it('NT-3 no line of a subject or a name becomes a header', async () => {
    const subject = 'Hello\r\nBcc: thief@evil.example\r\n\r\nbody';
    const read = await simpleParser(writeMessage({ ...parts, subject }).raw);
    expect(read.bcc).toBeUndefined();
    expect(read.text).toBe(parts.text);
  });

  it.each([
    ['a=b', 'a=3Db'],
    ['end \nnext\t', 'end=20\r\nnext=09'],
    ['é', '=C3=A9'],
    ['x'.repeat(76), `${'x'.repeat(75)}=\r\nx`],
    [`${'x'.repeat(74)}é`, `${'x'.repeat(74)}=\r\n=C3=A9`],
  ])('RFC 2045 quoted-printable of %j', (text, encoded) => {
    expect(quotedPrintable(text)).toBe(encoded);
  });
});
