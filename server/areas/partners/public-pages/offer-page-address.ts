import { offerPath, offerThanksPath, previewPath, sourceQuery } from '../../offers/index.ts';
import type { OfferPage } from './public-leads.rules.ts';

type Addressed = Pick<OfferPage, 'standing' | 'previewKey' | 'offerName' | 'storefront' | 'source'>;

/** The address of this page, which its form is sent to: it keeps where the customer came from (OF-6). */
export function addressOfOffer(page: Addressed): string {
  if (page.standing === 'preview') return previewPath(page.previewKey) + sourceQuery(page.source);
  return offerPath(page.offerName, page.storefront, page.source);
}

/** Where the form leads to once it was accepted. A stopped offer has no page any more. */
export function thanksAddress(page: Addressed): string {
  if (page.standing === 'stopped') return '/offers/received';
  if (page.standing === 'preview') return `${previewPath(page.previewKey)}/thanks`;
  return offerThanksPath(page.offerName, page.storefront);
}

/** The one address under which search engines list an offer, whatever storefronts show it. */
export function canonicalPath({
  offerName,
  storefronts,
}: Pick<OfferPage, 'offerName' | 'storefronts'>): string {
  return offerPath(offerName, storefronts[0] ?? null);
}
