import { foldedSpellings, foldForSearch } from '../../../contract/search-folding.ts';

/** Longer names are nobody's: longer keys are in no gazetteer and found in none. */
export const maxKeyBytes = 120;

/**
 * What a name is compared by: as search folds it, and without spaces, because people write Saint-Denis with a hyphen,
 * with a space or as one word. Each character of the text is a byte of its UTF-8 form, so that text compares as bytes.
 */
export function placeKey(name: string): string {
  return keyOf(foldForSearch(name));
}

/** The keys of a name, with its umlauts spelled out as well: Düren is duren and dueren. */
export function placeKeys(name: string): string[] {
  return foldedSpellings(name).map(keyOf);
}

function keyOf(folded: string): string {
  return Buffer.from(folded.replace(/\s/g, ''), 'utf8').toString('latin1');
}

/** The text of a key. */
export function textOfKey(key: string): string {
  return Buffer.from(key, 'latin1').toString('utf8');
}
