import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ModelCardSkeleton } from './skeleton/model-card-skeleton.tsx';

const ModelCardSection = lazyRouteComponent(() => import('./model-card-section.tsx'), 'ModelCardSection');

/** What rates leads, and how well (LQ-3); loaded when first opened. */
export function LeadRatingSection() {
  return (
    <Suspense fallback={<ModelCardSkeleton />}>
      <ModelCardSection />
    </Suspense>
  );
}
