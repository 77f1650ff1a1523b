import { foldForSearch, trigramText } from '../../../platform/text/search-folding.ts';

/**
 * A company's name as the index of duplicates holds it: folded, in ASCII, umlauts in either spelling. The database has
 * the same as `duplicate_company_key`.
 */
export function companyKey(name: string): string {
  return trigramText(foldForSearch(name))
    .replaceAll('ss', 's')
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('ue', 'u');
}
