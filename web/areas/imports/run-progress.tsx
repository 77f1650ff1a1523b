import { Button, Progress } from '@mantine/core';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { progressOf } from './import-words.ts';
import classes from './imports.module.css';
import { useImportSteps } from './use-import-steps.ts';

/** How far an import is, with pause and cancel. */
export function RunProgress({ one }: { one: LeadImport }) {
  const { locale } = useLocale();
  const { act } = useImportSteps(one);
  const { done, all } = progressOf(one);
  const numbers = { count: all, done: formatNumber(done, locale), all: formatNumber(all, locale) };
  const words = {
    running: t('run.working', numbers),
    paused: t('run.paused', numbers),
    undoing: t('run.undoing', numbers),
  };
  const state = one.state === 'paused' || one.state === 'undoing' ? one.state : 'running';
  return (
    <Panel title={t(`state.${one.state}`)}>
      <div className={classes.run}>
        <p role="status" className="ll-numbers">
          {words[state]}
        </p>
        <Progress
          value={all === 0 ? 100 : (done / all) * 100}
          animated={state !== 'paused'}
          aria-label={words[state]}
        />
        <p className="ll-muted">{t('run.goesOn')}</p>
        {state !== 'undoing' && (
          <Buttons>
            {state === 'running' ? (
              <Button variant="default" onClick={() => act.mutate('pause')}>
                {t('run.pause')}
              </Button>
            ) : (
              <Button onClick={() => act.mutate('run')}>{t('run.resume')}</Button>
            )}
            <Button variant="subtle" color="red" onClick={() => act.mutate('cancel')}>
              {t('run.cancel')}
            </Button>
          </Buttons>
        )}
      </div>
    </Panel>
  );
}
