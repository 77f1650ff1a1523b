import type { NextStep } from '../../../../contract/leads/leads.ts';
import { Tag } from '../../../ui/content/index.ts';
import { AbsoluteTime, CalendarDay, NoValue, useNow } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './next-step.module.css';
import { standingOfStep } from './step-form.ts';

/** When a step is due, and whether that is today or over. */
export function StepWhen({ step }: { step: NextStep }) {
  const standing = standingOfStep(step, { today: useToday(), now: useNow() });
  return (
    <span className={classes.when}>
      {step.at === null ? <CalendarDay day={step.day} /> : <AbsoluteTime at={step.at} />}
      {standing === 'overdue' && <Tag tone="attention">{shared('overdue')}</Tag>}
      {standing === 'today' && <Tag tone="active">{t('today')}</Tag>}
    </span>
  );
}

/** A next step where there is little room: what, and below it when. */
export function StepBriefly({ step }: { step: NextStep | null }) {
  if (step === null) return <NoValue label={t('none')} />;
  return (
    <span className={classes.brief} title={step.what}>
      <bdi className="ll-truncate">{step.what}</bdi>
      <span className="ll-small">
        <StepWhen step={step} />
      </span>
    </span>
  );
}
