import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { mostRowBytes } from '../table/limits.ts';
import { TableError } from '../table/table-error.ts';

/** What happens while a part of a workbook is read; names are without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The most characters between two tags: a workbook’s cell holds 32,767. */
const mostBetweenTags = 2 * mostRowBytes;

/**
 * Reads XML piece by piece and yields after each, so that the caller can pass on what was found. Document types are
 * refused: nothing that a workbook needs is in one.
 * @throws TableError damaged, row-too-long
 */
export async function* readXml(
  pieces: AsyncIterable<string>,
  listener: XmlListener,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [sinceTag, isEmpty] = [0, true];
  parser.on('error', () => {
    throw new TableError('damaged');
  });
  parser.on('doctype', () => {
    throw new TableError('damaged');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    sinceTag = 0;
    listener.open?.(localName(name), withoutPrefixes(attributes));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    sinceTag = 0;
    listener.close?.(localName(name));
  });
  for await (const piece of pieces) {
    sinceTag += piece.length;
    isEmpty &&= piece === '';
    parser.write(piece);
    if (sinceTag > mostBetweenTags) throw new TableError('row-too-long');
    yield;
  }
  // A part that a workbook need not have.
  if (!isEmpty) parser.close();
}

/** The same for a part that is small. */
export async function readAllXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(pieces, listener));
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function withoutPrefixes(attributes: Record<string, string | SaxesAttributePlain>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes))
    plain[localName(name)] = typeof value === 'string' ? value : value.value;
  return plain;
}
