import { IconCircleCheck, IconHistory, IconMinus, IconReplace } from '@tabler/icons-react';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { AbsoluteTime, Badge, Panel } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './rating.module.css';

interface TrainingsPanelProps {
  card: Pick<ModelCard, 'basis' | 'history'>;
  isOperator: boolean;
}

/** The latest trainings, and why each was used or not (LQ-2). */
export function TrainingsPanel({ card: { basis, history }, isOperator }: TrainingsPanelProps) {
  return (
    <Panel title={t('trainings.title')} flush>
      {history.length === 0 ? (
        <p className={classes.none}>
          <IconHistory size={16} stroke={1.8} aria-hidden /> <span>{wordNoTraining(basis, isOperator)}</span>
        </p>
      ) : (
        <ol className={`ll-list ${classes.trainings}`}>
          {history.map((training) => (
            <li key={training.trainedAt}>
              <span>
                <AbsoluteTime at={training.trainedAt} />
              </span>
              <span>
                <TrainingOutcome training={training} />
              </span>
              <span className={classes.reason}>{training.reason}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={classes.note}>{t('trainings.note')}</p>
    </Panel>
  );
}

function TrainingOutcome({ training }: { training: ModelCard['history'][number] }) {
  if (training.inForce) return <Badge icon={IconCircleCheck} tone="good" label={t('trainings.inUse')} />;
  return training.replacedAt === null ? (
    <Badge icon={IconMinus} tone="quiet" label={t('trainings.notUsed')} title={t('trainings.notUsedHint')} />
  ) : (
    <Badge
      icon={IconReplace}
      tone="quiet"
      label={t('trainings.replaced')}
      title={t('trainings.replacedHint')}
    />
  );
}

function wordNoTraining(basis: ModelCard['basis'], isOperator: boolean): string {
  if (isOperator || basis === 'prior') return t('trainings.none');
  return t('trainings.noneOfYours', { count: `${leastOfEach}` });
}
