import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isPrivate } from '../../../lead-query/private-search.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './sending.module.css';

const restMs = 250;

/** The text in the search field, and the term to search for once typing pauses; the term is kept in the address. */
export function useSentSearch() {
  const { search = '' } = useSearch({ from: '/sent' });
  const navigate = useNavigate({ from: '/sent' });
  const [term, setTerm] = useState(search);
  const [settled] = useDebouncedValue(term.trim(), restMs);
  // Addresses are kept in histories and logs: terms that look like personal data stay out of them (DP-2).
  const inAddress = isPrivate(settled) ? '' : settled;
  useEffect(() => {
    if (inAddress === search) return;
    void navigate({
      search: inAddress === '' ? {} : { search: inAddress },
      replace: true,
      resetScroll: false,
    });
  }, [inAddress, search, navigate]);
  return { term, setTerm, settled: term.trim() === '' ? '' : settled };
}

interface SentSearchProps {
  term: string;
  onType: (term: string) => void;
}

/** Searches customers and partners while typing. */
export function SentSearch({ term, onType }: SentSearchProps) {
  return (
    <search className={classes.search}>
      <TextInput
        type="text"
        inputMode="search"
        aria-label={t('list.search')}
        placeholder={t('list.searchHint')}
        maxLength={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          term && (
            <CloseButton size="sm" aria-label={shared('action.clearSearch')} onClick={() => onType('')} />
          )
        }
        value={term}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </search>
  );
}
