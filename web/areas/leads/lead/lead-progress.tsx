import { Checkbox } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { AbsoluteTime } from '../../../ui/index.ts';
import { hidden } from '../../../ui/rich-text.tsx';
import { onPhone, useRoomIs } from '../../../ui/room.ts';
import { t } from './catalogue.ts';
import classes from './lead-progress.module.css';
import { listSteps, type ProgressStep } from './progress.ts';
import { useSubStageTick } from './use-lead-changes.ts';

interface LeadProgressProps {
  lead: Lead;
  /** Shows it in a few words until someone asks, as on a phone. */
  folded?: boolean;
}

/** The lead's place in its lifecycle (WS-7), in words, icons and times; sub-stages can be ticked while editable. */
export function LeadProgress({ lead, folded = false }: LeadProgressProps) {
  const tick = useSubStageTick(lead);
  const steps = listSteps(lead);
  const isNarrow = useRoomIs(onPhone);
  if (steps.length === 0) return null;
  const editable = lead.allowedActions.includes('edit');
  const pending = tick.isPending ? tick.variables : undefined;
  const list = (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={classes.step}
          data-state={step.state}
          data-tone={step.tone}
          data-sub={step.subStage !== null || undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={classes.line} aria-hidden />
          {step.subStage !== null && editable ? (
            <TickStep
              label={step.label}
              ticked={pending?.stage === step.subStage ? pending.ticked : step.at !== null}
              busy={pending !== undefined}
              onTick={(ticked) => step.subStage && tick.mutate({ stage: step.subStage, ticked })}
            />
          ) : (
            <PlainStep step={step} />
          )}
          <span className={classes.time}>{step.at !== null && <AbsoluteTime at={step.at} dayOnly />}</span>
        </li>
      ))}
    </ol>
  );
  return (
    <section className={classes.progress} aria-label={t('progress.label')}>
      {isNarrow || folded ? (
        <details className={classes.fold}>
          <summary>{wordProgress(steps)}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
}

/** The progress in a few words: "Progress: Accepted, 2 of 8". */
function wordProgress(steps: readonly ProgressStep[]): string {
  const current = steps.findIndex(({ state }) => state === 'current');
  const index = current === -1 ? steps.findLastIndex(({ state }) => state === 'done') : current;
  return t('progress.summary', {
    step: steps[index]?.label ?? '',
    number: String(index + 1),
    count: String(steps.length),
  });
}

interface TickStepProps {
  label: string;
  ticked: boolean;
  busy: boolean;
  onTick: (ticked: boolean) => void;
}

/** A sub-stage as a check box, placed where the other steps have their mark. */
function TickStep({ label, ticked, busy, onTick }: TickStepProps) {
  const labelId = useId();
  return (
    <>
      <Checkbox
        className={classes.tick}
        radius="sm"
        classNames={{ input: classes.tickInput }}
        checked={ticked}
        aria-labelledby={labelId}
        aria-disabled={busy}
        onChange={(event) => !busy && onTick(event.currentTarget.checked)}
      />
      <span className={classes.label} id={labelId}>
        {label}
      </span>
    </>
  );
}

function PlainStep({ step }: { step: ProgressStep }) {
  return (
    <>
      <span className={classes.mark} aria-hidden>
        <StepIcon step={step} />
      </span>
      <span className={classes.label}>
        {t.rich('progress.step', { step: step.label, state: t(`stepState.${step.state}`), hidden })}
      </span>
    </>
  );
}

function StepIcon({ step }: { step: ProgressStep }) {
  if (step.state === 'skipped') return <IconMinus size={12} stroke={2.4} />;
  if (step.state !== 'done') return null;
  return step.tone === 'bad' ? <IconX size={12} stroke={2.6} /> : <IconCheck size={12} stroke={2.8} />;
}
