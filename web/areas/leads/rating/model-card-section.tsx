import { useQuery } from '@tanstack/react-query';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { ApiError } from '../../../api/client.ts';
import { useMe } from '../../../api/queries.ts';
import { ErrorState, NoPermission, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { BasisPanel } from './basis-panel.tsx';
import { t } from './catalogue.ts';
import { FeaturesPanel } from './features-panel.tsx';
import { MetricsPanel } from './metrics-panel.tsx';
import { modelCardQuery } from './model-card-data.ts';
import { NeverSeenPanel } from './never-seen-panel.tsx';
import { NotMeasuredPanel } from './not-measured-panel.tsx';
import { RatingsPanel } from './ratings-panel.tsx';
import { ReliabilityPanel } from './reliability-panel.tsx';
import { ModelCardSkeleton } from './skeleton/model-card-skeleton.tsx';
import { TrainingsPanel } from './trainings-panel.tsx';

/** The model card: what rates leads, what it learned from, how well it does, and what affects it (LQ-3). */
export function ModelCardSection() {
  const card = useQuery(modelCardQuery);
  const isOperator = useMe().organization.kind === 'operator';
  if (card.data) return <ModelCardPanels card={card.data} isOperator={isOperator} />;
  if (card.isPending) return <ModelCardSkeleton />;
  return (
    <Panel title={shared('section.lead-rating')}>
      {card.error instanceof ApiError && card.error.status === 403 ? (
        <NoPermission title={t('forbidden')}>{card.error.problem.detail}</NoPermission>
      ) : (
        <ErrorState error={card.error} onRetry={() => void card.refetch()} />
      )}
    </Panel>
  );
}

function ModelCardPanels({ card, isOperator }: { card: ModelCard; isOperator: boolean }) {
  const { metrics } = card;
  return (
    <>
      <BasisPanel card={card} isOperator={isOperator} />
      <RatingsPanel thresholds={card.thresholds} byQuality={metrics?.byQuality ?? null} />
      {metrics === null ? (
        <NotMeasuredPanel basis={card.basis} isOperator={isOperator} wasTrained={card.history.length > 0} />
      ) : (
        <>
          <MetricsPanel metrics={metrics} />
          <ReliabilityPanel bins={metrics.reliability} />
        </>
      )}
      <FeaturesPanel strongest={card.strongest} basis={card.basis} />
      <NeverSeenPanel />
      <TrainingsPanel card={card} isOperator={isOperator} />
    </>
  );
}
