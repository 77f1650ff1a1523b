import { Radio } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { peopleQuery } from '../../../../api/queries.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { useLocale } from '../../../../ui/index.ts';
import { strong } from '../../../../ui/rich-text.tsx';
import { listSides, type Side, sides } from '../conflict.ts';
import type { DealField, DealValues } from '../deal-values.ts';
import { wordChanges, wordField } from '../timeline/timeline-words.ts';
import { t } from './catalogue.ts';
import classes from './conflict-panel.module.css';
import { OvertakenBanner } from './overtaken-banner.tsx';
import type { ConflictState } from './use-conflict.ts';

/**
 * Shows who changed what in the meantime: where both changed a field, the person chooses between theirs, the other
 * one's and the value before; what only one of the two changed is kept, and named.
 */
export function ConflictPanel({ conflict }: { conflict: ConflictState }) {
  const { problem } = conflict;
  if (problem === null) return null;
  if (problem.closed !== null) return <OvertakenBanner sentence={problem.closed} />;
  return <OpenConflict key={problem.current.version} conflict={conflict} problem={problem} />;
}

interface OpenConflictProps {
  conflict: ConflictState;
  problem: NonNullable<ConflictState['problem']>;
}

function OpenConflict({ conflict, problem }: OpenConflictProps) {
  const { clashing, theirs, mine } = problem.comparison;
  const word = useValueWords(problem.current.team);
  const choices = useRef<HTMLDivElement>(null);
  // A second press on Save would replace their values: the person gets to the choice first.
  useEffect(() => {
    choices.current?.querySelector<HTMLInputElement>(':checked')?.focus();
  }, []);
  return (
    <Banner tone="info" urgent icon={<IconGitMerge size={20} stroke={1.8} />} title={problem.title}>
      <p className={classes.text}>
        {clashing.length === 0 ? t('conflict.otherFields') : t('conflict.sameFields')}
      </p>
      <div ref={choices} className={classes.choices}>
        {clashing.map((field) => (
          <FieldChoice
            key={field}
            field={field}
            conflict={conflict}
            offered={listSides(field, problem.versions)}
            wordSide={(side) => word(field, problem.versions[side])}
          />
        ))}
      </div>
      {theirs.length > 0 && (
        <>
          <p className={classes.text}>{t('conflict.takenOver')}</p>
          <ul className={classes.taken}>
            {theirs.map((field) => (
              <li key={field}>
                {t.rich('conflict.taken', {
                  field: wordField(field),
                  value: word(field, problem.versions.theirs),
                  b: strong,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {mine.length > 0 && <p className={classes.text}>{t('conflict.stays', { fields: listFields(mine) })}</p>}
    </Banner>
  );
}

interface FieldChoiceProps {
  field: DealField;
  conflict: ConflictState;
  offered: Side[];
  wordSide: (side: Side) => string;
}

function FieldChoice({ field, conflict, offered, wordSide }: FieldChoiceProps) {
  const chosen = conflict.sideOf(field);
  return (
    <Radio.Group
      label={wordField(field)}
      value={chosen ?? ''}
      onChange={(side) => conflict.choose(field, side as Side)}
      classNames={{ label: classes.field }}
      description={chosen === null ? t('conflict.neither') : undefined}
    >
      <div className={classes.sides}>
        {sides
          .filter((side) => offered.includes(side))
          .map((side) => (
            <Radio
              key={side}
              value={side}
              size="xs"
              className={classes.side}
              label={
                <>
                  <span className={classes.whose}>{t(`conflict.${side}`)}</span>{' '}
                  <span className={classes.value} dir="auto">
                    {wordSide(side)}
                  </span>
                </>
              }
            />
          ))}
      </div>
    </Radio.Group>
  );
}

function listFields(fields: DealField[]): string {
  return fields.map((field) => t(`changedField.${field}`)).join(', ');
}

/** Words a field of a deal, people by their names. */
function useValueWords(team: readonly { id: string; name: string }[]) {
  const { locale } = useLocale();
  const people = useQuery(peopleQuery).data ?? [];
  const known = new Map([...people, ...team].map((person) => [person.id, person.name]));
  const context = { locale, nameOf: (personId: string) => known.get(personId) };
  return (field: DealField, values: DealValues): string =>
    wordChanges({ changes: [{ field, before: null, after: values[field] }] }, context)[0]?.after ??
    t('conflict.nothing');
}
