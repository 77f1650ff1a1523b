import { IconChartDots } from '@tabler/icons-react';
import type { RatingBasis } from '../../../contract/enums.ts';
import { EmptyState, Panel } from '../../ui/index.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './quality.module.css';

interface NotMeasuredPanelProps {
  basis: RatingBasis;
  isOperator: boolean;
  /** Models were trained, and left. */
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

/** Learned from all partners together, which tells a partner too much of the others. */
function isOthers(basis: RatingBasis, isOperator: boolean): boolean {
  return basis === 'pooled' && !isOperator;
}

function titleFor(basis: RatingBasis, isOperator: boolean, wasTrained: boolean): string {
  if (isOthers(basis, isOperator)) return 'The figures are shown to the operator';
  if (basis !== 'prior') return 'This model was not measured';
  return wasTrained ? 'The starting values go on rating' : 'Nothing to measure yet';
}

function WhatItTakes({ isOperator }: { isOperator: boolean }) {
  return (
    <>
      <p className={classes.stateText}>
        It takes {leastOfEach} leads that were won and {leastOfEach} that were lost, declined, expired or
        reported as spam,{' '}
        {isOperator ? 'over all partners together' : 'of your own or of all partners together'}.
      </p>
      <p className={classes.stateText}>
        Then a model is trained in the night. It takes the place of the starting values if it is not worse on
        leads that it has not seen.
      </p>
    </>
  );
}

function WhyLeft() {
  return (
    <p className={classes.stateText}>
      Starting values are not measured. There are enough outcomes to learn from, but no model that was trained
      was shown to rate leads as well as the starting values do; the list of trainings says why. It is tried
      again every night.
    </p>
  );
}

function WhoseFigures() {
  return (
    <p className={classes.stateText}>
      Your leads are rated by what was learned from all partners together. With {leastOfEach} won leads of
      your own and {leastOfEach} others a model of your own is trained, with its figures here.
    </p>
  );
}

function WhenMeasured() {
  return (
    <p className={classes.stateText}>
      There were no leads with a known outcome beside those that it learned from. The next training, in the
      night, measures anew.
    </p>
  );
}
