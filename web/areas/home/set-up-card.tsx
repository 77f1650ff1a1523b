import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HomeSetUp } from '../../../contract/home/home.ts';
import { useMe } from '../../api/queries.ts';
import { personalKey, recall, remember } from '../../api/remembered.ts';
import { Panel } from '../../ui/index.ts';
import { focusPageTitle } from '../../ui/return-focus.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';

interface Step {
  readonly key: 'people' | 'workingCalendar' | 'intake' | 'address' | 'testLead';
  readonly section: string;
  readonly done: boolean;
}

function listSteps(setUp: HomeSetUp, mayManageIntake: boolean): Step[] {
  const { addressConfirmed } = setUp;
  return [
    { key: 'people', section: 'people', done: setUp.people > 1 || setUp.invitations > 0 },
    { key: 'workingCalendar', section: 'working-calendar', done: setUp.workingCalendar },
    {
      key: 'intake',
      section: mayManageIntake ? 'marketplace-endpoints' : 'api-tokens',
      done: setUp.intake,
    },
    ...(addressConfirmed === null
      ? []
      : [{ key: 'address', section: 'profile', done: addressConfirmed } as const]),
    { key: 'testLead', section: 'marketplace-endpoints', done: setUp.testLead },
  ];
}

interface Checklist {
  readonly steps: readonly Step[];
  readonly hide: () => void;
}

/** What is left to set up, by what is really there; nothing once all is done, or the person has hidden it. */
export function useChecklist(setUp: HomeSetUp | undefined): Checklist | undefined {
  const me = useMe();
  const key = personalKey(me, 'set-up-hidden');
  const [isHidden, setHidden] = useState(() => recall(key) === true);
  const steps = setUp ? listSteps(setUp, me.permissions.manageIntake) : [];
  if (isHidden || steps.every((step) => step.done)) return undefined;
  const hide = () => {
    setHidden(true);
    remember(key, true);
    // The button is gone with the card.
    focusPageTitle();
  };
  return { steps, hide };
}

/** The steps of setting up, those that are done checked off. */
export function SetUpCard({ checklist: { steps, hide } }: { checklist: Checklist }) {
  const { organization } = useMe();
  const done = steps.filter((step) => step.done).length;
  return (
    <Panel
      title={t('setUp.title', { organization: organization.name })}
      actions={
        <>
          <span className="ll-small ll-numbers">
            {t('setUp.done', { done: String(done), all: String(steps.length) })}
          </span>
          <Button size="compact-sm" variant="default" onClick={hide}>
            {t('setUp.hide')}
          </Button>
        </>
      }
      flush
    >
      <ul className={`ll-list ${classes.steps}`}>
        {steps.map((step) => (
          <SetUpStep key={step.key} step={step} />
        ))}
      </ul>
    </Panel>
  );
}

function SetUpStep({ step: { key, section, done } }: { step: Step }) {
  const Icon = done ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.step} data-done={done || undefined}>
      <Icon size={20} aria-hidden />
      <span>
        {done ? (
          <>
            <span className="ll-visually-hidden">{t('setUp.isDone')}: </span>
            {t(`setUp.${key}`)}
          </>
        ) : (
          <>
            <Link to="/settings/$section" params={{ section }}>
              {t(`setUp.${key}`)}
            </Link>
            <span className="ll-small">{t(`setUp.${key}Hint`)}</span>
          </>
        )}
      </span>
    </li>
  );
}
