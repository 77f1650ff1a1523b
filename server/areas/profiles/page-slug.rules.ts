import { foldForSearch } from '../../../contract/search-folding.ts';

const mostCharacters = 60;
/** For names without a letter that an address can have. */
const fallback = 'partner';

/**
 * What the address of a page begins with: `contoso-munchen`. Letters beyond English are written without accents; those
 * of other scripts are left out.
 */
export function slugOf(companyName: string, city: string): string {
  const words = foldForSearch(`${companyName} ${city}`)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostCharacters)
    .replace(/^-|-$/g, '');
  return words || fallback;
}

/** The first address of that beginning that nobody has or had. */
export function freeSlug(beginning: string, taken: ReadonlySet<string>): string {
  if (!taken.has(beginning)) return beginning;
  for (let number = 2; ; number++) {
    const slug = `${beginning}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
