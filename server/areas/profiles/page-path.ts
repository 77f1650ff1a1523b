/** The path of a location's page, below the installation's own address (DI-1). */
export function profilePath({ country, slug }: { readonly country: string; readonly slug: string }): string {
  return `/partners/${country.toLowerCase()}/${encodeURIComponent(slug)}`;
}
