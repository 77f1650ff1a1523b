import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { activeSearch } from '../../../lead-query/query.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './leads.module.css';

/** The id by which the shortcut finds the search box. */
export const searchBoxId = 'lead-search';

interface Props {
  search: string;
  onSearch: (search: string) => void;
}

/** Searches while typing, once the term is long enough (WS-5). */
export function SearchBox({ search, onSearch }: Props) {
  const [term, setTerm] = useState(search);
  const sent = useRef(search);
  const send = useDebouncedCallback((next: string) => {
    const active = activeSearch(next) ?? '';
    if (active === sent.current) return;
    sent.current = active;
    onSearch(active);
  }, 250);

  useEffect(() => {
    if (search === sent.current) return;
    sent.current = search;
    setTerm(search);
  }, [search]);

  function type(next: string) {
    setTerm(next);
    send(next);
  }

  function clear() {
    type('');
    send.flush();
    document.getElementById(searchBoxId)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') send.flush();
    if (event.key === 'Escape' && term) {
      event.preventDefault();
      clear();
    }
  }

  const isShort = term.trim() !== '' && activeSearch(term) === undefined;
  return (
    <search className={classes.search}>
      <TextInput
        id={searchBoxId}
        type="text"
        inputMode="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        maxLength={200}
        description={isShort && t('search.tooShort')}
        inputWrapperOrder={['input', 'description']}
        classNames={{ wrapper: classes.searchField, description: classes.searchHint }}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          term ? (
            <CloseButton size="sm" aria-label={shared('action.clearSearch')} onClick={clear} />
          ) : (
            <Kbd size="xs" className={classes.slash} aria-hidden>
              /
            </Kbd>
          )
        }
        value={term}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}
