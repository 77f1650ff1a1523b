import { cutText } from '../../../../contract/cut.ts';

const mostCharacters = 140;

/** The first words of a text on one line, with an ellipsis where it goes on. */
export function firstWords(text: string | null): string | null {
  const line = text?.replace(/\s+/gu, ' ').trim() ?? '';
  if (line === '') return null;
  const cut = cutText(line, mostCharacters, '');
  if (cut.length === line.length) return line;
  // Not in the middle of a word, where the script has words.
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > mostCharacters / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
