export { offersArea } from './area.ts';
export { offerPath, offerThanksPath, type PageSource, previewPath, sourceQuery } from './offer-paths.ts';
export {
  findOffer,
  findOfferById,
  findPublisher,
  type OfferRow,
  unscopedFindPreview,
} from './offers.repo.ts';
export { type KeptListing, publishedListing, splitOfferId } from './offers.rules.ts';
