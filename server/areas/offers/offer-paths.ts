/** Stands for the storefront in the address of an offer that is in none. */
const noStorefront = '-';

/** What links to a page may say about where they are (OF-6). */
export interface PageSource {
  readonly sourceDetail: string | null;
  readonly campaignId: string | null;
}

/** The path of an offer's page in a storefront, below the installation's own address. */
export function offerPath(offerName: string, storefront: string | null, source?: PageSource): string {
  const code = storefront?.toLowerCase() ?? noStorefront;
  return `/offers/${encodeURIComponent(code)}/${encodeURIComponent(offerName)}${sourceQuery(source)}`;
}

/** The path that the form of an offer leads to once it was accepted. */
export function offerThanksPath(offerName: string, storefront: string | null): string {
  return `${offerPath(offerName, storefront)}/thanks`;
}

/** The path of an offer's preview. */
export function previewPath(key: string): string {
  return `/offers/preview/${key}`;
}

/** The query that keeps where a customer came from; empty if nothing is known. */
export function sourceQuery(source: PageSource | undefined): string {
  const query = new URLSearchParams();
  if (source?.sourceDetail) query.set('src', source.sourceDetail);
  if (source?.campaignId) query.set('mktcmpid', source.campaignId);
  return query.size > 0 ? `?${query}` : '';
}
