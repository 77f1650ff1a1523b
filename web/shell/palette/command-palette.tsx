import { Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { foldForSearch, isSearchable } from '../../../contract/search-folding.ts';
import { explainError } from '../../api/client.ts';
import { useMe } from '../../api/me.ts';
import { arePressed } from '../../ui/control-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { appLanguage, formatNumber } from '../../ui/format.ts';
import { SearchedFor } from '../../ui/found/found-text.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { ChoiceList, optionId } from './choice-list.tsx';
import { arrangeChoices, type Choice } from './choices.ts';
import { type LeadHits, useLeadHits, useRecentLeads } from './lead-hits.ts';
import classes from './palette.module.css';
import { paletteKeys } from './palette-keys.ts';
import { useRecentChoices } from './recent-choices.ts';
import { useHitChoice, useLeadChoices, useOwnChoices } from './use-choices.ts';

const mostLetters = 200;

/** What can be chosen for a term, and how the search for leads stands. */
function useChoices(term: string, recent: readonly string[]) {
  const own = useOwnChoices();
  const found = useLeadHits(term);
  const toChoices = useLeadChoices();
  const recentLeads = useRecentLeads(recent).map(useHitChoice());
  const leads = term.trim() === '' ? recentLeads : toChoices(found.tabs, term);
  return { choices: arrangeChoices([...own, ...leads], term, recent), found };
}

/** Whether a choice depends on an answer that is still to come. */
const isFound = ({ lead, group }: Choice) => lead !== undefined || group === 'all';

/** Goes to leads, views, pages and settings, and does what can be done now, by a few letters (WS-8). */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [term, setTerm] = useState('');
  const { recent, note } = useRecentChoices();
  const { choices, found } = useChoices(term, recent);
  const [chosenId, setChosenId] = useState<string>();
  const active = choices.find(({ id }) => id === chosenId) ?? choices[0];

  function choose(choice: Choice) {
    if (choice.group !== 'all') note(choice.id);
    onClose();
    // Once the dialog is gone, and the focus back where it was.
    setTimeout(choice.run);
  }
  const enter = useEnter({ term, isLate: found.isLate, active, choose });

  function step(by: number) {
    if (choices.length === 0) return;
    const at = choices.findIndex(({ id }) => id === active?.id);
    setChosenId(choices[(at + by + choices.length) % choices.length]?.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: enter,
    };
    const act = arePressed(paletteKeys, event) ? onClose : acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <Dialog
      title={t('title')}
      withCloseButton={false}
      onClose={onClose}
      size="40rem"
      yOffset="8dvh"
      xOffset="0.5rem"
      classNames={{ header: 'll-visually-hidden', body: classes.body, content: classes.content }}
    >
      <SearchBox
        term={term}
        active={active}
        hasChoices={choices.length > 0}
        onTerm={(next) => {
          setTerm(next);
          setChosenId(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <SearchedFor search={term}>
        <ChoiceList
          choices={choices}
          active={active}
          isLate={(choice) => found.isLate && isFound(choice)}
          onPoint={({ id }) => setChosenId(id)}
          onChoose={(choice) => !(found.isLate && isFound(choice)) && choose(choice)}
        />
      </SearchedFor>
      <Standing term={term} count={choices.length} found={found} />
      <p className={classes.keys} aria-hidden>
        {t.rich('hint', {
          k: (part) => <Kbd size="xs">{part}</Kbd>,
          gap: () => <span className={classes.gap} />,
        })}
      </p>
    </Dialog>
  );
}

interface EnterOptions {
  term: string;
  isLate: boolean;
  active: Choice | undefined;
  choose: (choice: Choice) => void;
}

/**
 * Chooses for Enter. While leads are still being searched, Enter waits for them rather than opening one that an earlier
 * term has found.
 */
function useEnter({ term, isLate, active, choose }: EnterOptions): () => void {
  const waitsFor = useRef<string>(undefined);
  const take = useEffectEvent(() => {
    if (waitsFor.current !== term) return;
    waitsFor.current = undefined;
    if (active) choose(active);
  });
  useEffect(() => {
    if (!isLate) take();
  }, [isLate]);
  return () => {
    if (active && !(isLate && isFound(active))) choose(active);
    else waitsFor.current = term;
  };
}

interface SearchBoxProps {
  term: string;
  active: Choice | undefined;
  hasChoices: boolean;
  onTerm: (term: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function SearchBox({ term, active, hasChoices, onTerm, onKeyDown }: SearchBoxProps) {
  return (
    <div className={classes.box}>
      <IconSearch size={18} stroke={1.8} aria-hidden />
      <input
        className={classes.input}
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={t('field')}
        aria-expanded={hasChoices}
        aria-controls="palette-choices"
        aria-activedescendant={active && optionId(active)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('title')}
        maxLength={mostLetters}
        data-autofocus
        value={term}
        onChange={(event) => onTerm(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface StandingProps {
  term: string;
  count: number;
  found: LeadHits;
}

/** How many results there are, what is still being looked for, and what failed. */
function Standing({ term, count, found }: StandingProps) {
  const { readLeads } = useMe().permissions;
  const folded = foldForSearch(term);
  const isShort = readLeads && folded !== '' && !isSearchable(folded);
  const isEmpty = count === 0 && !found.isLate && found.error === null;
  return (
    <>
      <p className="ll-visually-hidden" role="status">
        {!found.isLate && t('count', { count, shown: formatNumber(count, appLanguage) })}
      </p>
      {isEmpty && <p className={classes.note}>{t('nothing', { term: term.trim() })}</p>}
      {isShort && <p className={classes.note}>{t('tooShort')}</p>}
      {found.isLate && !found.tabs.some(({ hits }) => hits.length > 0) && (
        <p className={classes.note}>{t('searching')}</p>
      )}
      {found.error !== null && (
        <div className={classes.note} role="alert">
          <span>
            {t('failed')} {explainError(found.error)}
          </span>
          <Button size="compact-sm" variant="default" onClick={found.retry}>
            {shared('action.tryAgain')}
          </Button>
        </div>
      )}
    </>
  );
}
