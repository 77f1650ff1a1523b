import { IconCircleCheck, IconHistory, IconMinus, IconReplace } from '@tabler/icons-react';
import type { ModelCard } from '../../../contract/quality.ts';
import { AbsoluteTime, Badge, Panel } from '../../ui/index.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './quality.module.css';

interface TrainingsPanelProps {
  card: Pick<ModelCard, 'basis' | 'history'>;
  isOperator: boolean;
}

/** The latest trainings, and why each was taken or left (LQ-2). */
export function TrainingsPanel({ card: { basis, history }, isOperator }: TrainingsPanelProps) {
  return (
    <Panel title="Trainings" flush>
      {history.length === 0 ? (
        <p className={classes.none}>
          <IconHistory size={16} stroke={1.8} aria-hidden /> <span>{wordNoTraining(basis, isOperator)}</span>
        </p>
      ) : (
        <ol className={classes.trainings}>
          {history.map((training) => (
            <li key={training.trainedAt}>
              <span className={classes.trainedAt}>
                <AbsoluteTime at={training.trainedAt} />
              </span>
              <span>
                <WhatBecameOfIt training={training} />
              </span>
              <span className={classes.reason}>{training.reason}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={classes.note}>
        A training takes place every night once there are enough outcomes. Its model is taken only if it is
        not worse than the one before, on leads that neither has seen. The log loss says how much the outcomes
        surprised a model: less is better.
      </p>
    </Panel>
  );
}

function WhatBecameOfIt({ training }: { training: ModelCard['history'][number] }) {
  if (training.inForce) return <Badge icon={IconCircleCheck} tone="good" label="In force" />;
  return training.replacedAt === null ? (
    <Badge icon={IconMinus} tone="quiet" label="Not taken" title="It was never in force" />
  ) : (
    <Badge icon={IconReplace} tone="quiet" label="Replaced" title="It was in force until a later one" />
  );
}

function wordNoTraining(basis: ModelCard['basis'], isOperator: boolean): string {
  if (isOperator || basis === 'prior') return 'Nothing was trained yet.';
  return `Nothing was trained on your own leads yet: it takes ${leastOfEach} that were won and ${leastOfEach} that were not.`;
}
