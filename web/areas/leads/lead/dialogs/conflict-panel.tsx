import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LeadEvent } from '../../../../../contract/leads/leads.ts';
import { peopleQuery } from '../../../../api/queries.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Buttons, readNow, useLocale } from '../../../../ui/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import type { DealField, DealValues } from '../deal-values.ts';
import { wordWhen } from '../overtaken.ts';
import { wordActor, wordChanges, wordField } from '../timeline/timeline-words.ts';
import { t } from './catalogue.ts';
import classes from './conflict-panel.module.css';
import { OvertakenBanner } from './overtaken-banner.tsx';
import type { ConflictState } from './use-conflict.ts';

/** Shows who changed what in the meantime and lets the person choose, field by field, where both changed it. */
export function ConflictPanel({ conflict }: { conflict: ConflictState }) {
  const { problem } = conflict;
  if (problem === null) return null;
  if (problem.closed !== null) return <OvertakenBanner sentence={problem.closed} />;
  const { clashing, theirs } = problem.comparison;
  return (
    <Banner
      tone="info"
      urgent
      icon={<IconGitMerge size={20} stroke={1.8} />}
      title={wordWhoChanged(problem.changes)}
    >
      <p className={classes.text}>
        {clashing.length === 0 ? t('conflict.otherFields') : t('conflict.sameFields')}
      </p>
      {clashing.length > 0 && <Versions fields={clashing} conflict={conflict} />}
      {theirs.length > 0 && (
        <p className={classes.text}>{t('conflict.alsoChanged', { fields: listFields(theirs) })}</p>
      )}
      <Buttons style={{ marginTop: '0.625rem' }}>
        <Button size="compact-md" onClick={() => conflict.resolve('mine')}>
          {shared('action.keepMine')}
        </Button>
        {clashing.length > 0 && (
          <Button size="compact-md" variant="default" onClick={() => conflict.resolve('theirs')}>
            {t('conflict.useTheirs')}
          </Button>
        )}
      </Buttons>
    </Banner>
  );
}

function wordWhoChanged(changes: LeadEvent[]): string {
  const last = changes.at(-1);
  if (!last) return t('conflict.titleUnknown');
  return t('conflict.title', { who: wordActor(last.actor), when: wordWhen(last.at, readNow()) });
}

function listFields(fields: DealField[]): string {
  return fields.map((field) => t(`changedField.${field}`)).join(', ');
}

function Versions({ fields, conflict }: { fields: DealField[]; conflict: ConflictState }) {
  const { locale } = useLocale();
  const people = useQuery(peopleQuery).data ?? [];
  const { problem } = conflict;
  if (problem === null) return null;
  const known = new Map([...people, ...problem.current.team].map((person) => [person.id, person.name]));
  const context = { locale, nameOf: (personId: string) => known.get(personId) };
  const word = (field: DealField, values: DealValues) =>
    wordChanges({ changes: [{ field, before: null, after: values[field] }] }, context)[0]?.after ??
    t('conflict.nothing');
  return (
    <table className={classes.versions}>
      <thead>
        <tr>
          <th scope="col">{t('conflict.field')}</th>
          <th scope="col">{t('conflict.yours')}</th>
          <th scope="col">{t('conflict.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{wordField(field)}</th>
            <td>{word(field, problem.mine)}</td>
            <td>{word(field, problem.theirs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
