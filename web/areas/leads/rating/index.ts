/** What other pages of the app take from the model card. */
export { LeadRatingSection } from './lead-rating-section.tsx';
