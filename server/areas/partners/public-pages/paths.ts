/** The path of a location's page, below the installation's own address (DI-1). */
export function profilePath({ country, slug }: { readonly country: string; readonly slug: string }): string {
  return `/partners/${country.toLowerCase()}/${encodeURIComponent(slug)}`;
}

/** The path that the form of a profile leads to once it was accepted. */
export function profileThanksPath(page: { readonly country: string; readonly slug: string }): string {
  return `${profilePath(page)}/thanks`;
}

/** The path of a logo in one of its sizes; it never changes. */
export function logoPath(logoId: string, side: 48 | 216): string {
  return `/partners/logos/${logoId}/${side}`;
}
