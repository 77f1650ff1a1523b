import { z } from 'zod';
import { fault } from './faults/catalogue.ts';
import { said } from './faults/said.ts';
import type { Sentence } from './sentences.ts';

/**
 * What partners write for everybody to read: plain text that shows what it says, and links that lead where they say.
 * Missing values are the caller's matter: see {@link clearable}.
 */

const lineBreaks = /\r\n?|[\u2028\u2029]/g;
/** Every control character but the line break, which texts of several lines have. */
const controls = /(?!\n)\p{Cc}/u;
/** Embeddings, overrides and isolates; the marks that single letters of a right-to-left text need are not among them. */
const turns = /[\u202a-\u202e\u2066-\u2069]/;
const tag = /<(?:[a-z/!?])[^<>]*>/i;
const markdownLink = /\[[^[\]]*\]\([^()]*\)/;
const visible = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\p{Z}]/u;

/** One letter has one spelling (NFC), one line break is one, a tab is a space, and blanks around a text go. */
const asStored = (written: string) =>
  written.replace(lineBreaks, '\n').replaceAll('\t', ' ').normalize('NFC').trim();

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function hiddenFault(value: string): Sentence | undefined {
  if (!value.isWellFormed() || value.includes('\0')) return fault('text.unstorable');
  const [control] = controls.exec(value) ?? [];
  if (control) return fault('text.control', { code: codeOf(control) });
  const [turn] = turns.exec(value) ?? [];
  return turn ? fault('text.turned', { code: codeOf(turn) }) : undefined;
}

function textFault(value: string, mostCharacters: number): Sentence | undefined {
  if (value.length > mostCharacters && [...value].length > mostCharacters)
    return fault('text.tooLong', { most: mostCharacters });
  const hidden = hiddenFault(value);
  if (hidden) return hidden;
  if (tag.test(value)) return fault('text.html');
  if (markdownLink.test(value)) return fault('text.markdownLink');
  return value !== '' && !visible.test(value) ? fault('text.invisible') : undefined;
}

/** A string that a check finds fault with, after it was brought into the form in which it is stored. */
function checkedString(check: (value: string) => Sentence | undefined) {
  return z
    .string()
    .overwrite(asStored)
    .superRefine((value, context) => {
      const found = check(value);
      if (found) context.addIssue({ code: 'custom', message: said(found) });
    });
}

/**
 * Plain text of any number of lines, possibly blank: no control characters, nothing that turns the direction of the
 * text around it, no HTML and no Markdown links. Trimmed and in NFC; counted in code points afterwards.
 */
export function publicText(mostCharacters: number) {
  return checkedString((value) => textFault(value, mostCharacters));
}

/** {@link publicText} of a single line. */
export function publicLine(mostCharacters: number) {
  return checkedString(
    (value) =>
      textFault(value, mostCharacters) ?? (value.includes('\n') ? fault('text.severalLines') : undefined),
  );
}

/** The longest link. */
export const mostLinkCharacters = 500;

function linkFault(value: string, mostCharacters: number): Sentence | undefined {
  if (value === '') return undefined;
  const hidden = hiddenFault(value);
  if (hidden) return hidden;
  if (!/^https:\/\/[^\s\\]+$/i.test(value) || !URL.canParse(value)) return fault('link.noLink');
  const { username, password, hostname, href } = new URL(value);
  if (Math.max(value.length, href.length) > mostCharacters)
    return fault('text.tooLong', { most: mostCharacters });
  if (username !== '' || password !== '') return fault('link.password');
  return isDomain(hostname) ? undefined : fault('link.noDomain');
}

/** Whether a host as the URL standard writes it is a name of several parts; it writes every IP address as one. */
function isDomain(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return name.includes('.') && !/^\[|^[0-9.]+$/.test(name);
}

/**
 * A link to a public page, possibly blank: `https:`, without user name and password, to a domain (never to an IP
 * address, in whatever spelling). It is stored as it was written.
 */
export function publicLink(mostCharacters = mostLinkCharacters) {
  return checkedString((value) => linkFault(value, mostCharacters)).describe('https://…');
}

/** A value that a change may clear: null and blank both become null. */
export function clearable<Schema extends z.ZodType<string>>(schema: Schema) {
  return schema.nullable().transform((value) => value || null);
}
