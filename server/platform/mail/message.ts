import MimeNode from 'nodemailer/lib/mime-node';

/** What a message says, and to whom. */
export interface MessageParts {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A finished message (RFC 5322) with the addresses for the server. */
export interface Message {
  readonly envelope: { readonly from: string; readonly to: string[] };
  readonly raw: Buffer;
}

/**
 * Writes a message with its text in plain and in HTML (RFC 2046). The library writes the header, which knows how names,
 * addresses and subjects are encoded; the two parts are written here: through the library's streams they take longer
 * than sending does. The same parts become the same bytes, except for the date.
 */
export function writeMessage(parts: MessageParts): Message {
  const { from, to, messageId, subject, text, html, headers } = parts;
  // Encoded text never contains it, and plain text cannot know the id.
  const boundary = `=_${messageId.replace(/\W/g, '')}`;
  const root = new MimeNode(`multipart/alternative; boundary="${boundary}"`);
  root.addHeader({ ...headers });
  for (const [name, value] of Object.entries({ from, to, subject, 'message-id': messageId }))
    root.setHeader(name, value as string);
  const { from: sender, to: recipients } = root.getEnvelope();
  const raw = [
    `${root.buildHeaders()}\r\n\r\n--${boundary}\r\n`,
    partOf('text/plain', text),
    `\r\n--${boundary}\r\n`,
    partOf('text/html', html),
    `\r\n--${boundary}--\r\n`,
  ].join('');
  return { envelope: { from: sender || '', to: recipients }, raw: Buffer.from(raw, 'latin1') };
}

/** A part of a message, in ASCII. */
function partOf(type: string, text: string): string {
  const encoding = encodingOf(text);
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoders[encoding](text)}`;
}

/** A line of up to 76 ASCII characters needs no encoding. */
const isPlain = (line: string) => line.length <= 76 && /^[\t\x20-\x7e]*$/.test(line);

function encodingOf(text: string): keyof typeof encoders {
  if (text.split(/\r?\n/).every(isPlain)) return '7bit';
  // Beyond a sixth, quoted-printable would be longer.
  return Buffer.byteLength(text) - text.length > text.length / 6 ? 'base64' : 'quoted-printable';
}

const withLineEnds = (text: string) => text.replace(/\r?\n/g, '\r\n');

const encoders = {
  '7bit': withLineEnds,
  base64: (text: string) =>
    Buffer.from(withLineEnds(text))
      .toString('base64')
      .replace(/.{76}(?=.)/g, '$&\r\n'),
  'quoted-printable': quotedPrintable,
};

/** A line has at most 76 characters, with the sign that it goes on. */
const longestLine = 75;
const equals = 0x3d;
const hexDigits = Buffer.from('0123456789ABCDEF');
/** What is written as it is: printable ASCII, and blanks except at the end of a line. */
const isLiteral = new Uint8Array(256).fill(1, 0x20, 0x7f);
isLiteral[equals] = 0;
isLiteral[0x09] = 1;

/** Text in quoted-printable form (RFC 2045, 6.7), with lines that end in CR LF. */
export function quotedPrintable(text: string): string {
  return text.split(/\r?\n/).map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  const bytes = Buffer.from(line);
  // A byte takes three signs, and sometimes the end of a line before them.
  const to = Buffer.allocUnsafe(6 * bytes.length);
  const last = bytes.length - 1;
  let written = 0;
  let length = 0;
  for (let at = 0; at <= last; at++) {
    const byte = bytes[at] ?? 0;
    const literal = isLiteral[byte] === 1 && (byte > 0x20 || at < last);
    const width = literal ? 1 : 3;
    if (length + width > longestLine) {
      written += to.write('=\r\n', written, 'latin1');
      length = 0;
    }
    length += width;
    if (literal) to[written++] = byte;
    else written = writeHex(to, written, byte);
  }
  return to.toString('latin1', 0, written);
}

function writeHex(to: Buffer, at: number, byte: number): number {
  to[at] = equals;
  to[at + 1] = hexDigits[byte >> 4] ?? 0;
  to[at + 2] = hexDigits[byte & 15] ?? 0;
  return at + 3;
}
