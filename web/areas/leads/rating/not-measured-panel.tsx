import { IconChartDots } from '@tabler/icons-react';
import type { RatingBasis } from '../../../../contract/leads/lists.ts';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { leastOfEach } from './model-card-data.ts';
import classes from './rating.module.css';
import { titles } from './skeleton/catalogue.ts';

interface NotMeasuredPanelProps {
  basis: RatingBasis;
  isOperator: boolean;
  /** Models were trained but not used. */
  wasTrained: boolean;
}

/** Replaces the figures while there are no leads to measure on: says what it takes. */
export function NotMeasuredPanel({ basis, isOperator, wasTrained }: NotMeasuredPanelProps) {
  return (
    <Panel title={titles('metrics')}>
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

/** Trained on all partners, whose figures would reveal too much about the others to a partner. */
function isOthers(basis: RatingBasis, isOperator: boolean): boolean {
  return basis === 'pooled' && !isOperator;
}

function titleFor(basis: RatingBasis, isOperator: boolean, wasTrained: boolean): string {
  if (isOthers(basis, isOperator)) return t('notMeasured.operatorOnly.title');
  if (basis !== 'prior') return t('notMeasured.notYet.title');
  return t(wasTrained ? 'notMeasured.noneBetter.title' : 'notMeasured.tooFew.title');
}

function WhatItTakes({ isOperator }: { isOperator: boolean }) {
  return (
    <>
      <p className={classes.stateText}>
        {t('notMeasured.tooFew.need', { count: `${leastOfEach}`, who: isOperator ? 'operator' : 'partner' })}
      </p>
      <p className={classes.stateText}>{t('notMeasured.tooFew.training')}</p>
    </>
  );
}

function WhyLeft() {
  return <p className={classes.stateText}>{t('notMeasured.noneBetter.text')}</p>;
}

function WhoseFigures() {
  return (
    <p className={classes.stateText}>{t('notMeasured.operatorOnly.text', { count: `${leastOfEach}` })}</p>
  );
}

function WhenMeasured() {
  return <p className={classes.stateText}>{t('notMeasured.notYet.text')}</p>;
}
