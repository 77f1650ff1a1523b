import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import { useMe } from '../../../../api/me.ts';
import { peopleQuery } from '../../../../api/queries.ts';
import { hidden } from '../../../../ui/rich-text.tsx';
import { initials } from '../initials.ts';
import { t } from './catalogue.ts';
import { ColleagueOptions, nobodyValue, useAssignees } from './colleague-options.tsx';
import classes from './owner.module.css';
import { useAssign } from './use-assign.ts';

/** The id of the button that opens the choice of an owner, for the shortcut. */
export const ownerButtonId = 'lead-owner';

/** Who owns the lead: from the first minute, whether or not it has been answered. */
export function OwnerControl({ lead }: { lead: Lead }) {
  const { assignedTo } = lead;
  if (lead.allowedActions.includes('assign')) return <OwnerChoice lead={lead} />;
  if (assignedTo === null) return null;
  return (
    <span className={classes.owner}>
      <span className="ll-muted">{words.field.owner}</span>
      <OwnerName owner={assignedTo} />
    </span>
  );
}

function OwnerChoice({ lead }: { lead: Lead }) {
  const { assignedTo } = lead;
  const me = useMe().person;
  const assign = useAssign();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
  });
  const assignees = useAssignees(lead.id, combobox.dropdownOpened);
  const give = (to: Lead['assignedTo']) => assign.mutate({ lead, to });

  function choose(personId: string) {
    combobox.closeDropdown();
    if (personId === nobodyValue) return give(null);
    const person = assignees.data?.find(({ id }) => id === personId);
    if (person && person.id !== assignedTo?.id) give({ id: person.id, name: person.name });
  }

  return (
    <span className={classes.owner}>
      <span className="ll-muted" aria-hidden>
        {words.field.owner}
      </span>
      <Combobox store={combobox} width={290} position="bottom-start" onOptionSubmit={choose}>
        <Combobox.Target targetType="button">
          <Button
            id={ownerButtonId}
            className={classes.button}
            variant="default"
            size="compact-sm"
            aria-busy={assign.isPending}
            title={t('hint')}
            aria-keyshortcuts="i"
            rightSection={<IconChevronDown size={14} aria-hidden />}
            onClick={() => combobox.toggleDropdown()}
          >
            {assignedTo
              ? t.rich('choose', { hidden, name: () => <OwnerName owner={assignedTo} /> })
              : t.rich('chooseFirst', { hidden })}
          </Button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
          />
          <ColleagueOptions assignees={assignees} search={search} owner={assignedTo} me={me} />
        </Combobox.Dropdown>
      </Combobox>
      {assignedTo?.id !== me.id && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUserPlus size={15} stroke={1.8} aria-hidden />}
          onClick={() => {
            // This button goes away with the click; the focus must not.
            combobox.focusTarget();
            if (!assign.isPending) give({ id: me.id, name: me.name });
          }}
        >
          {t('take')}
        </Button>
      )}
    </span>
  );
}

function OwnerName({ owner }: { owner: NonNullable<Lead['assignedTo']> }) {
  const people = useQuery(peopleQuery).data;
  const isHere = people?.some(({ id }) => id === owner.id) ?? true;
  return (
    <span className={classes.name}>
      <span className={`ll-initials ${classes.initials}`} aria-hidden>
        {initials(owner.name)}
      </span>
      <bdi className="ll-truncate">{isHere ? owner.name : t('left', { name: owner.name })}</bdi>
    </span>
  );
}
