import { Combobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../../../contract/identity/identity.ts';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { foldForSearch } from '../../../../../contract/search-folding.ts';
import { explainError, request } from '../../../../api/client.ts';
import { queryKeys } from '../../../../api/queries.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './owner.module.css';

/** The value of the option that takes the owner away. */
export const nobodyValue = 'nobody';

/** The people who can own the lead; fetched when they are looked at. */
export function useAssignees(leadId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.lead(leadId), 'assignees'],
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/leads/:id/assignees', { params: { id: leadId }, signal })).items,
    enabled,
  });
}

interface Props {
  assignees: UseQueryResult<Colleague[]>;
  search: string;
  owner: Lead['assignedTo'];
  me: Pick<Colleague, 'id'>;
}

/** The reader first, then the others by name, and nobody last. */
export function ColleagueOptions({ assignees, search, owner, me }: Props) {
  const { data, isError, error } = assignees;
  if (!data)
    return (
      <Combobox.Options aria-label={t('list')}>
        <Combobox.Empty>
          {isError ? `${t('loadFailed')}: ${explainError(error)}` : shared('loading')}
        </Combobox.Empty>
      </Combobox.Options>
    );
  const wanted = foldForSearch(search);
  const matches = ({ name, email }: Colleague) => foldForSearch(`${name} ${email}`).includes(wanted);
  const found = [...data.filter(({ id }) => id === me.id), ...data.filter(({ id }) => id !== me.id)].filter(
    matches,
  );
  const offersNobody = owner !== null && foldForSearch(t('nobody')).includes(wanted);
  return (
    <Combobox.Options aria-label={t('list')} mah={260} className={classes.options}>
      {found.map((person) => (
        <Combobox.Option
          key={person.id}
          value={person.id}
          active={person.id === owner?.id}
          className={classes.option}
        >
          <span className="ll-person">
            <bdi>{person.id === me.id ? t('me', { name: person.name }) : person.name}</bdi>
            <span className="ll-muted ll-small ll-truncate">{person.email}</span>
          </span>
          {person.id === owner?.id && <IconCheck size={16} className={classes.check} aria-label={t('now')} />}
        </Combobox.Option>
      ))}
      {offersNobody && <Combobox.Option value={nobodyValue}>{t('nobody')}</Combobox.Option>}
      {found.length === 0 && !offersNobody && <Combobox.Empty>{t('noMatches')}</Combobox.Empty>}
    </Combobox.Options>
  );
}
