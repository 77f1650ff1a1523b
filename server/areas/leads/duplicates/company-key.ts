import { foldForSearch, trigramText } from '../../../platform/text/search-folding.ts';

/**
 * A company's name as the index for duplicates stores it: folded, in ASCII, umlauts in either spelling.
 * `duplicate_company_key` does the same in the database.
 */
export function companyKey(name: string): string {
  return trigramText(foldForSearch(name))
    .replaceAll('ss', 's')
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('ue', 'u');
}
