/** Choosing a partner and one of its locations. */
export { LocationSelect } from './location-select.tsx';
export { PartnerSelect } from './partner-select.tsx';
