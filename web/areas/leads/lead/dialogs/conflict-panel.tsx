import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../../../api/queries.ts';
import { Buttons, readNow, useLocale } from '../../../../ui/index.ts';
import { Notice } from '../../../../ui/notice.tsx';
import { type DealField, type DealValues, dealFieldWords } from '../deal-values.ts';
import { wordWhen } from '../overtaken.ts';
import { wordActor, wordChanges } from '../timeline/timeline-words.ts';
import classes from './conflict-panel.module.css';
import { OvertakenNotice } from './overtaken-notice.tsx';
import type { ConflictState } from './use-conflict.ts';

/** Says who changed what in the meantime and lets the person choose, field by field where both changed it. */
export function ConflictPanel({ conflict }: { conflict: ConflictState }) {
  const { problem } = conflict;
  if (problem === null) return null;
  if (problem.closed !== null) return <OvertakenNotice sentence={problem.closed} />;
  const { clashing, theirs } = problem.comparison;
  return (
    <Notice
      tone="info"
      urgent
      icon={<IconGitMerge size={20} stroke={1.8} />}
      title={<WhoChanged conflict={conflict} />}
    >
      <p className={classes.text}>{explain(clashing.length)}</p>
      {clashing.length > 0 && <Versions fields={clashing} conflict={conflict} />}
      {theirs.length > 0 && (
        <p className={classes.text}>Also changed by them, and kept: {listFields(theirs)}.</p>
      )}
      <Buttons style={{ marginTop: '0.625rem' }}>
        <Button size="compact-md" onClick={() => conflict.resolve('mine')}>
          Keep my changes
        </Button>
        {clashing.length > 0 && (
          <Button size="compact-md" variant="default" onClick={() => conflict.resolve('theirs')}>
            Use theirs
          </Button>
        )}
      </Buttons>
    </Notice>
  );
}

function explain(clashing: number): string {
  if (clashing === 0)
    return 'You changed different fields, so both sets of changes can be kept. Nothing is saved yet.';
  return 'You both changed the same fields. Choose which values to keep. You can review them before you save.';
}

function WhoChanged({ conflict }: { conflict: ConflictState }) {
  const last = conflict.problem?.changes.at(-1);
  if (!last) return <>This lead was changed while you were editing</>;
  return (
    <>
      {wordActor(last.actor)} changed this lead {wordWhen(last.at, readNow())}
    </>
  );
}

function listFields(fields: DealField[]): string {
  return fields.map((field) => dealFieldWords[field].toLowerCase().replace('crm', 'CRM')).join(', ');
}

function Versions({ fields, conflict }: { fields: DealField[]; conflict: ConflictState }) {
  const { locale } = useLocale();
  const people = useQuery(peopleQuery).data ?? [];
  const { problem } = conflict;
  if (problem === null) return null;
  const known = new Map([...people, ...problem.current.team].map((person) => [person.id, person.name]));
  const context = { locale, nameOf: (personId: string) => known.get(personId) };
  const word = (field: DealField, values: DealValues) =>
    wordChanges({ changes: [{ field, before: null, after: values[field] }] }, context)[0]?.after ?? 'Nothing';
  return (
    <table className={classes.versions}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Yours</th>
          <th scope="col">Theirs</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{dealFieldWords[field]}</th>
            <td>{word(field, problem.mine)}</td>
            <td>{word(field, problem.theirs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
