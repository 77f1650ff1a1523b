import type { TextEncoding } from '../table/table.ts';

/** Finds out the encoding of a text as it passes by, all of it, without holding any. */
export class EncodingWatch {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private start: Buffer | undefined;

  /** Looks at the next bytes. */
  see(chunk: Buffer): void {
    this.start ??= Buffer.from(chunk.subarray(0, 4096));
    if (!this.isUtf8) return;
    try {
      this.decoder.decode(chunk, { stream: true });
    } catch {
      this.isUtf8 = false;
    }
  }

  /** The encoding of what passed by; undefined: it is not text. */
  result(): TextEncoding | undefined {
    const start = this.start ?? Buffer.alloc(0);
    const wide = wideEncodingOf(start);
    if (wide) return wide;
    if (start.includes(0)) return undefined;
    try {
      this.decoder.decode();
    } catch {
      this.isUtf8 = false;
    }
    return this.isUtf8 ? 'utf-8' : 'windows-1252';
  }
}

/** UTF-16 says so with its mark, or has a zero in every other byte of what is mostly Latin. */
function wideEncodingOf(start: Buffer): TextEncoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const [zeroFirst, zeroSecond] = [0, 1].map((place) => shareOfZeros(start, place)) as [number, number];
  if (zeroSecond > 0.4 && zeroFirst < 0.05) return 'utf-16le';
  return zeroFirst > 0.4 && zeroSecond < 0.05 ? 'utf-16be' : undefined;
}

/** How many of the pairs of bytes have a zero there. */
function shareOfZeros(bytes: Buffer, place: number): number {
  let zeros = 0;
  for (let at = place; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++;
  return bytes.length < 4 ? 0 : zeros / (bytes.length / 2);
}

/** What Windows-1252 has where ISO 8859-1 has control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The runtime’s decoder reads this encoding as ISO 8859-1 in some versions, and loses the euro sign. */
function decodeWindows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80));
}

/**
 * The text of a file, in pieces. Byte order marks are left out, also those that are in the middle because files were put
 * together.
 */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<string, void, undefined> {
  const decoder = encoding === 'windows-1252' ? undefined : new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder ? decoder.decode(chunk, { stream: true }) : decodeWindows(chunk);
    yield withoutMarks(text);
  }
  if (decoder) yield withoutMarks(decoder.decode());
}

function withoutMarks(text: string): string {
  return text.includes('\ufeff') ? text.replaceAll('\ufeff', '') : text;
}
