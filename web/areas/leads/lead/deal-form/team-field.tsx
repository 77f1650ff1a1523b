import { MultiSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Colleague } from '../../../../../contract/identity/identity.ts';
import { words } from '../../../../../contract/words.ts';
import { peopleQuery, useMe } from '../../../../api/queries.ts';
import { t } from './catalogue.ts';
import type { DealForm } from './deal-form.ts';
import { sortOutTeam } from './team-choice.ts';

/** The people who share a deal; `team`: the current ones. */
export function TeamField({ form, team }: { form: UseFormReturnType<DealForm>; team: Colleague[] }) {
  const me = useMe().person;
  const people = useQuery(peopleQuery);
  const client = useQueryClient();
  const choice = sortOutTeam({ team, chosen: form.values.teamMemberIds, people: people.data, me });
  const emails = new Map(choice.options.map(({ value, email }) => [value, email]));
  const isRefused = form.errors.teamMemberIds !== undefined;
  useEffect(() => {
    // Someone may have left since the list of people was fetched.
    if (isRefused) void client.invalidateQueries({ queryKey: peopleQuery.queryKey });
  }, [client, isRefused]);
  return (
    <MultiSelect
      label={words.field.team}
      description={people.isError && !people.data ? t('team.failed') : choice.note}
      withAsterisk
      aria-required
      searchable
      data={choice.options}
      nothingFoundMessage={people.isPending ? t('team.loading') : t('team.nobody')}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="ll-muted">{emails.get(option.value)}</span>
        </span>
      )}
      {...form.getInputProps('teamMemberIds')}
      value={choice.chosen}
    />
  );
}
