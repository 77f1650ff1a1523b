import { later } from '../../../ui/later.tsx';
import { ModelCardSkeleton } from './skeleton/model-card-skeleton.tsx';

/** What rates leads, and how well (LQ-3); loaded when first opened. */
export const LeadRatingSection = later(
  () => import('./model-card-section.tsx'),
  'ModelCardSection',
  () => <ModelCardSkeleton />,
);
