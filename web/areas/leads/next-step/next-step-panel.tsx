import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import { announceWithUndo } from '../../../ui/forms/index.ts';
import { Buttons, Panel } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { useLeadCache } from '../lead/lead-data.ts';
import { onStepAsked } from './ask-for-step.ts';
import { t } from './catalogue.ts';
import classes from './next-step.module.css';
import { StepWhen } from './step-line.tsx';
import { useNextStep } from './use-next-step.ts';

const NextStepDialog = later(() => import('./next-step-dialog.tsx'), 'NextStepDialog');

/** What happens next with the lead, as long as there is something to do (WS-16). */
export function NextStepPanel({ lead }: { lead: Lead }) {
  const [planning, setPlanning] = useState<Lead>();
  const cache = useLeadCache();
  const mayPlan = lead.allowedActions.includes('assign');
  const plan = () => mayPlan && setPlanning(lead);
  const save = useNextStep(() => setPlanning({ ...lead, nextStep: null }));
  useStepAsked(lead.id, plan);
  const { nextStep } = lead;
  if (!mayPlan && nextStep === null) return null;
  return (
    <Panel title={words.field.nextStep}>
      <div className={classes.planned}>
        {nextStep === null ? (
          <p className="ll-note">{t('none')}</p>
        ) : (
          <div className={classes.what}>
            <strong dir="auto">{nextStep.what}</strong>
            <StepWhen step={nextStep} />
          </div>
        )}
        {mayPlan && (
          <Buttons>
            {nextStep !== null && (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconCheck size={15} aria-hidden />}
                aria-label={t('doneLabel', { what: nextStep.what })}
                aria-busy={save.isPending}
                onClick={() => !save.isPending && save.mutate({ lead, to: null, done: true })}
              >
                {t('done')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={nextStep === null && <IconPlus size={15} aria-hidden />}
              aria-keyshortcuts="s"
              onClick={plan}
            >
              {t(nextStep === null ? 'plan' : 'change')}
            </Button>
            {nextStep !== null && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => !save.isPending && save.mutate({ lead, to: null })}
              >
                {shared('action.remove')}
              </Button>
            )}
          </Buttons>
        )}
      </div>
      {planning && (
        <NextStepDialog
          lead={planning}
          onSaved={(after, { lead: before }) => {
            cache.adopt(after);
            announceWithUndo(t('saved'), () =>
              save.mutate({ lead: after, to: before.nextStep, isUndo: true }),
            );
          }}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Panel>
  );
}

function useStepAsked(leadId: string, plan: () => void): void {
  useEffect(() => onStepAsked(leadId, plan));
}
