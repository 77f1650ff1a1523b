import { IconCircleCheck, IconHistory, IconMinus, IconReplace } from '@tabler/icons-react';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { AbsoluteTime, Badge, Panel } from '../../../ui/index.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './quality.module.css';

interface TrainingsPanelProps {
  card: Pick<ModelCard, 'basis' | 'history'>;
  isOperator: boolean;
}

/** The latest trainings, and why each was used or not (LQ-2). */
export function TrainingsPanel({ card: { basis, history }, isOperator }: TrainingsPanelProps) {
  return (
    <Panel title="Trainings" flush>
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
      <p className={classes.note}>
        We train every night once there are enough outcomes. A new model is used only if it does at least as
        well as the current one on leads that neither has seen. Log loss measures how much the outcomes
        surprised a model: lower is better.
      </p>
    </Panel>
  );
}

function TrainingOutcome({ training }: { training: ModelCard['history'][number] }) {
  if (training.inForce) return <Badge icon={IconCircleCheck} tone="good" label="In use" />;
  return training.replacedAt === null ? (
    <Badge icon={IconMinus} tone="quiet" label="Not used" title="It was never used" />
  ) : (
    <Badge
      icon={IconReplace}
      tone="quiet"
      label="Replaced"
      title="It was used until a later model replaced it"
    />
  );
}

function wordNoTraining(basis: ModelCard['basis'], isOperator: boolean): string {
  if (isOperator || basis === 'prior') return 'No trainings yet.';
  return `No model has been trained on your leads yet. That takes ${leastOfEach} leads that were won and ${leastOfEach} that were not.`;
}
