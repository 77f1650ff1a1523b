import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import { Buttons, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { type FieldKey, locationIdOf } from './editing/draft-fields.ts';
import type { Conflict } from './editing/shown-editing.ts';
import { useCodeLabels, useEditing, useProfileEditing } from './editing/use-editing.ts';
import classes from './editor.module.css';
import { stepOfKey, stepWords, wordPath, wordValue } from './profile-words.ts';

/** Of a field that a colleague changed meanwhile: both versions, and which of them holds (BP-13). */
export function ConflictChoice({ at }: { at: FieldKey }) {
  const conflict = useEditing().conflicts.find(({ key }) => key === at);
  return conflict ? <Choice conflict={conflict} /> : null;
}

function Choice({ conflict: { key, mine, theirs, by } }: { conflict: Conflict }) {
  const editing = useProfileEditing();
  const { locale } = useLocale();
  const labelOf = useCodeLabels();
  const titleId = useId();
  const lines = (value: Conflict['mine']) => wordValue(key, value, locale, labelOf);
  return (
    <section className={classes.conflict} aria-labelledby={titleId}>
      <p role="alert" id={titleId} className={classes.conflictTitle}>
        {by === '' ? t('conflict.titleAnyone') : t('conflict.title', { name: by })}
      </p>
      <div className={classes.versions}>
        <Version title={t('conflict.mine')} lines={lines(mine)} />
        <Version
          title={by === '' ? t('conflict.theirs') : t('conflict.of', { name: by })}
          lines={lines(theirs)}
        />
      </div>
      <Buttons>
        <Button size="compact-sm" onClick={() => editing.keepMine(key)}>
          {t('conflict.keep')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => editing.takeTheirs(key)}>
          {t('conflict.take')}
        </Button>
      </Buttons>
    </section>
  );
}

function Version({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div className={classes.version}>
      <p className={classes.versionTitle}>{title}</p>
      <p className={classes.versionText}>{lines.join('\n')}</p>
    </div>
  );
}

/** Leads to the choices that wait in other steps. */
export function ConflictsElsewhere({ step }: { step: ProfileStep }) {
  const { profile, conflicts, draft, locations } = useEditing();
  const shownHere = (key: FieldKey) =>
    stepOfKey(key) === step || (step === 'contact' && locationIdOf(key) !== undefined);
  const elsewhere = conflicts.filter(({ key }) => !shownHere(key));
  if (elsewhere.length === 0) return null;
  return (
    <div role="status" className={classes.conflict}>
      <p className={classes.conflictTitle}>{t('conflict.elsewhere')}</p>
      <ul className="ll-list ll-facts">
        {elsewhere.map(({ key }) => (
          <li key={key}>
            <Link
              to="/presence/profiles/$profileId/$step"
              params={{ profileId: profile.id, step: stepOfKey(key) }}
              search={{ field: key }}
              className="ll-link"
            >
              {t('path.part', { location: stepWords[stepOfKey(key)], part: wordPath(key, draft, locations) })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
