import { foldForSearch } from '../../../../contract/search-folding.ts';
import { slipsBetween } from '../../../platform/text/slips.ts';

/** Between the words of a name; search removes these and joins the words instead. */
const betweenWords = /[-‐‑–—_/&+]+/gu;

/**
 * A name in its comparable form: folded as for search, in any script, with umlauts the same in either spelling
 * (`Müller`, `Mueller`) and words separated by single spaces. Looser than a reader would be; the database folds
 * surnames in the same way to gather candidates.
 */
export function foldName(name: string): string {
  return foldForSearch(name.replace(betweenWords, ' '))
    .replace(/[^\p{L}\p{N}\p{M} ]+/gu, ' ')
    .replace(/ss/gu, 's')
    .replace(/([aou])e/gu, '$1')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/** The words of a folded name. */
export function wordsOf(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ');
}

/** True for words that differ by one typo; in short words every letter counts, in long ones two may be wrong. */
export function areNearlySame(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  if (left === right) return true;
  if (shorter < 4) return false;
  const most = shorter >= 8 ? 2 : 1;
  return slipsBetween(left, right, most) <= most;
}
