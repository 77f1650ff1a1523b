import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/queries.ts';
import { Loaded, RowsSkeleton, Stack } from '../../ui/content/index.ts';
import { Buttons, Panel } from '../../ui/index.ts';
import { useToday } from '../../ui/use-today.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { absencesQuery, removeAbsence } from './absence-data.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import { AbsenceSpan } from './absence-span.tsx';
import { t } from './catalogue.ts';

/** When the signed-in person is away (WT-2). */
export function OwnAbsence() {
  const { person } = useMe();
  const client = useQueryClient();
  const query = useQuery(absencesQuery);
  const today = useToday();
  const [editing, setEditing] = useState(false);
  const absence = query.data?.find((one) => one.person.id === person.id) ?? null;
  return (
    <Panel title={t('absence.panel')}>
      <Stack>
        <p className="ll-note">{t('absence.hint')}</p>
        <Loaded query={query} loading={<RowsSkeleton rows={1} />}>
          {() => (
            <>
              {absence && (
                <p>
                  <AbsenceSpan absence={absence} />
                </p>
              )}
              <Buttons>
                <Button variant="default" onClick={() => setEditing(true)}>
                  {absence ? t('absence.change') : t('absence.set')}
                </Button>
                {absence && (
                  <Button variant="default" onClick={() => void removeAbsence(client, person.id, absence)}>
                    {absence.isNow ? t('absence.back') : shared('action.remove')}
                  </Button>
                )}
              </Buttons>
            </>
          )}
        </Loaded>
      </Stack>
      {editing && (
        <AbsenceDialog
          person={person}
          own
          absence={absence}
          today={today}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  );
}
