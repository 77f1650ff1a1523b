/** What other pages of the app use from the model card. */
export { LeadRatingSection } from './lead-rating-section.tsx';
