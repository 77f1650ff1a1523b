import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMe } from '../../../../api/me.ts';
import { t } from './catalogue.ts';
import { ColleagueOptions, nobodyValue, useAssignees } from './colleague-options.tsx';
import { type AssignedLead, type ShowOwner, useAssign } from './use-assign.ts';

interface Props {
  lead: AssignedLead;
  show: ShowOwner;
  /** Somebody was chosen. */
  onDone: () => void;
}

/** Chooses the owner of a lead from the list: type a name, Enter takes the first. */
export function OwnerPicker({ lead, show, onDone }: Props) {
  const me = useMe().person;
  const assign = useAssign(show);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ opened: true });
  const assignees = useAssignees(lead.id, true);
  const { selectFirstOption, resetSelectedOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options change with what is typed
  useEffect(() => {
    if (search === '') resetSelectedOption();
    else selectFirstOption();
  }, [search, assignees.data]);

  function choose(personId: string) {
    onDone();
    const person = assignees.data?.find(({ id }) => id === personId);
    const to = person ? { id: person.id, name: person.name } : null;
    if (to === null && personId !== nobodyValue) return;
    if (to?.id !== lead.assignedTo?.id) assign.mutate({ lead, to });
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          data-autofocus
          autoFocus
          mt={2}
          mb="xs"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <ColleagueOptions assignees={assignees} search={search} owner={lead.assignedTo} me={me} />
    </Combobox>
  );
}
