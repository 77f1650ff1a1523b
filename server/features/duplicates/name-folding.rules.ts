/** Letters that no decomposition takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'a',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'o',
  ß: 's',
};

/**
 * A name in the form in which it is compared: small letters without accents, umlauts the same in either spelling
 * (`Müller`, `Mueller`), everything that is neither letter nor digit a single space. Other scripts keep their letters.
 * Wider than a reader would be; the migration folds surnames in the same way to gather candidates.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[æđıłøœß]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/ss/gu, 's')
    .replace(/([aou])e/gu, '$1')
    .trim();
}

/** The words of a folded name. */
export function wordsOf(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ');
}

/** True when at most one letter was added, left out, exchanged or swapped with its neighbour. */
export function isOneSlipApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const restOf = (text: string, skipped: number) => text.slice(start + skipped);
  if (restOf(short, 0) === restOf(long, 1)) return true;
  if (short.length !== long.length) return false;
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return restOf(short, 1) === restOf(long, 1) || (swapped && restOf(short, 2) === restOf(long, 2));
}
