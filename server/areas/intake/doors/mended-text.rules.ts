import { clipText } from '../../../../contract/cut.ts';
import type { Mend } from '../../../../contract/leads/leads.ts';
import type { MendedField, Mending } from '../../../../contract/leads/lists.ts';

/** A text as stored, with how it was mended. */
export interface MendedText {
  /** null: nothing was said. */
  readonly text: string | null;
  readonly mendings: readonly Mending[];
}

const noText: MendedText = { text: null, mendings: [] };

/** Parts of a list or an object that are read as one text; more would add nothing. */
const mostParts = 20;
const deepestPart = 4;

/**
 * Any JSON value as a text of bounded length that the database can hold: never throws, never cuts in the middle of a
 * character as readers see it, and reports what it did (IN-4).
 */
export function mendText(value: unknown, maxCharacters: number): MendedText {
  if (value === null || value === undefined) return noText;
  const mendings: Mending[] = [];
  if (typeof value !== 'string') mendings.push('turned-into-text');
  const written = typeof value === 'string' ? value : partsOf(value).join(', ');
  const storable = written.toWellFormed().replaceAll('\0', '');
  if (storable !== written) mendings.push('signs-replaced');
  const trimmed = storable.trim();
  const text = clipText(trimmed, maxCharacters);
  if (text !== trimmed) mendings.push('cut');
  // `false`, an empty list and the like are other ways to say nothing.
  return text === '' ? noText : { text, mendings };
}

/** The texts and numbers in a value, in order. */
function partsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [writeNumber(value)];
  if (value === true) return ['true'];
  if (typeof value !== 'object' || value === null || depth > deepestPart) return [];
  const parts: string[] = [];
  for (const inner of Object.values(value)) {
    parts.push(...partsOf(inner, depth + 1));
    if (parts.length >= mostParts) break;
  }
  return parts.slice(0, mostParts);
}

/** A phone number sent as a number has no exponent. */
function writeNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** Notes on how a field was mended, without what was sent. */
export function notesOf(field: MendedField, { mendings }: MendedText): Mend[] {
  return mendings.map((mending) => ({ field, mending, sent: null }));
}
