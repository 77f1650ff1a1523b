import { IconChartDots } from '@tabler/icons-react';
import type { RatingBasis } from '../../../../contract/leads/lists.ts';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './quality.module.css';

interface NotMeasuredPanelProps {
  basis: RatingBasis;
  isOperator: boolean;
  /** Models were trained but not used. */
  wasTrained: boolean;
}

/** In place of the figures while there are no leads to measure on: says what it takes. */
export function NotMeasuredPanel({ basis, isOperator, wasTrained }: NotMeasuredPanelProps) {
  return (
    <Panel title="How well it does on leads it has not seen">
      <EmptyState
        icon={<IconChartDots size={26} stroke={1.7} />}
        title={titleFor(basis, isOperator, wasTrained)}
      >
        {basis !== 'prior' && (isOthers(basis, isOperator) ? <WhoseFigures /> : <WhenMeasured />)}
        {basis === 'prior' && (wasTrained ? <WhyLeft /> : <WhatItTakes isOperator={isOperator} />)}
      </EmptyState>
    </Panel>
  );
}

/** Trained on all partners, whose figures would tell a partner too much about the others. */
function isOthers(basis: RatingBasis, isOperator: boolean): boolean {
  return basis === 'pooled' && !isOperator;
}

function titleFor(basis: RatingBasis, isOperator: boolean, wasTrained: boolean): string {
  if (isOthers(basis, isOperator)) return 'Only the operator sees these figures';
  if (basis !== 'prior') return 'This model hasn’t been measured';
  return wasTrained ? 'Still using starting values' : 'Nothing to measure yet';
}

function WhatItTakes({ isOperator }: { isOperator: boolean }) {
  return (
    <>
      <p className={classes.stateText}>
        We need {leastOfEach} leads that were won and {leastOfEach} that were lost, declined, expired or
        reported as spam, {isOperator ? 'across all partners' : 'from you or across all partners'}.
      </p>
      <p className={classes.stateText}>
        Then we train a model overnight. It replaces the starting values if it does at least as well on leads
        it has not seen.
      </p>
    </>
  );
}

function WhyLeft() {
  return (
    <p className={classes.stateText}>
      There are enough outcomes to learn from, but no model has done as well as the starting values yet. The
      list of trainings shows why. We try again every night. Starting values are not measured.
    </p>
  );
}

function WhoseFigures() {
  return (
    <p className={classes.stateText}>
      Your leads are rated by a model trained on the leads of all partners. Once you have {leastOfEach} won
      leads and {leastOfEach} others, we train your own model and show its figures here.
    </p>
  );
}

function WhenMeasured() {
  return (
    <p className={classes.stateText}>
      Every lead with a known outcome was used to train it. We measure again after tonight’s training.
    </p>
  );
}
