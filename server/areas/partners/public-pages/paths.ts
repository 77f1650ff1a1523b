import { profilePath } from '../../profiles/index.ts';

export { profilePath };

/** The path that the form of a profile leads to once it was accepted. */
export function profileThanksPath(page: { readonly country: string; readonly slug: string }): string {
  return `${profilePath(page)}/thanks`;
}

/** The path of a logo in one of its sizes; it never changes. */
export function logoPath(logoId: string, side: 48 | 216): string {
  return `/partners/logos/${logoId}/${side}`;
}
