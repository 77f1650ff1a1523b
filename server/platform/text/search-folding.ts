export { foldedSpellings, foldForSearch } from '../../../contract/search-folding.ts';

const signs = '0123456789abcdefghijklmnopqrstuvwxyz';
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const beyondAscii = /[^\u0000-\u007f]/gu;

/**
 * The folded text in ASCII, for trigrams: pg_trgm uses only what the database's locale considers a letter, and with the
 * locale C that is ASCII only. A letter becomes one character, so that three letters stay three characters; in scripts
 * where two characters make a word, a character becomes two. Several texts may become equal: compare the folded texts,
 * too, where equality matters. The database has the same as `trigram_text`.
 */
export function trigramText(folded: string): string {
  return folded.replace(beyondAscii, (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    const last = signs[point % 36] ?? '0';
    return point >= 0x2e80 ? `${signs[Math.floor(point / 36) % 36] ?? '0'}${last}` : last;
  });
}
