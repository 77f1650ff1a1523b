import { z } from 'zod';
import { fault } from './faults/catalogue.ts';
import { said } from './faults/said.ts';

const isStorable = (value: string) => value.isWellFormed() && !value.includes('\u0000');

/**
 * Text that PostgreSQL and UTF-8 can hold: no NUL character and no lone surrogate.
 * Length is counted in characters as a reader counts them (code points), before trimming.
 */
export function text(maxCharacters: number) {
  return z
    .string()
    .refine(
      (value) =>
        value.length <= maxCharacters || [...value.slice(0, maxCharacters * 2 + 1)].length <= maxCharacters,
      {
        message: said(fault('text.tooLong', { most: maxCharacters })),
      },
    )
    .refine(isStorable, { message: said(fault('text.unstorable')) })
    .trim();
}

/** A password as it was typed, spaces and all; see {@link text}. */
export function passwordText(maxCharacters = 1024) {
  return z
    .string()
    .max(maxCharacters, said(fault('password.tooLong', { most: maxCharacters })))
    .refine(isStorable, { message: said(fault('text.unstorable')) });
}

/** Text as it is being typed, blanks at its ends and all; see {@link text}. */
export function typedText(maxCharacters: number) {
  return z
    .string()
    .max(maxCharacters, said(fault('text.tooLong', { most: maxCharacters })))
    .refine(isStorable, { message: said(fault('text.unstorable')) });
}

/** Text that must not be blank: see {@link text}. */
export function requiredText(maxCharacters: number) {
  return text(maxCharacters).min(1, said(fault('text.empty')));
}

/** Text that may be missing, null or blank; all three become null. */
export function optionalText(maxCharacters: number) {
  return text(maxCharacters)
    .nullish()
    .transform((value) => value || null);
}

/** Text that a change may clear: null and blank both become null; missing stays missing for `.optional()`. */
export function clearableText(maxCharacters: number) {
  return text(maxCharacters)
    .nullable()
    .transform((value) => value || null);
}

/** The longest name, title, email address or similar (IN-5). */
export const maxNameCharacters = 200;
/** The longest name of a referral program. */
export const maxProgramCharacters = 100;
/** The longest note (IN-5). */
export const maxNoteCharacters = 5000;

/** Something visible: logs and timelines identify people by name. */
const visible = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\p{Z}]/u;

/** A name that can be seen. */
export const nameText = () =>
  requiredText(maxNameCharacters).refine((name) => name === '' || visible.test(name), {
    message: said(fault('text.invisible')),
  });
export const optionalName = () => optionalText(maxNameCharacters);
export const optionalNote = () => optionalText(maxNoteCharacters);

/** A calendar day that exists, `YYYY-MM-DD`; days have no time zone. */
export const calendarDay = z.iso
  .date(said(fault('text.noDay')))
  // The calendar has no year 0, and the database refuses it.
  .refine((day) => !day.startsWith('0000'), said(fault('text.noDay')))
  .describe('A day, YYYY-MM-DD');

/** A moment, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime().describe('A moment, ISO 8601, UTC');

/**
 * A moment as {@link Date.toISOString} writes it, in a year that the database accepts: for cursors, which clients send
 * back.
 */
export const writtenInstant = z.iso.datetime({ precision: 3 }).refine((at) => !at.startsWith('0000'));

export const id = z.uuid(said(fault('text.noId')));
