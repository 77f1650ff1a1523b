import { clipText } from '../../contract/cut.ts';

const idShape = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const maxSearchLetters = 200;

/** Whether the API takes the value as an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idShape.test(value);
}

/** Whether the API takes the value as text. */
export function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}

/** A search term as the API takes it; empty for anything else. */
export function readTerm(value: unknown): string {
  return typeof value === 'string' && isText(value) ? clipText(value.trim(), maxSearchLetters) : '';
}
