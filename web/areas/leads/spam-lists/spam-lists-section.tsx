import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconListSearch, IconPlus, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ContactMark } from '../../../../contract/leads/contact-checks.ts';
import { contactMarkLists } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { List, ListRow, LoadedPages, RowsSkeleton } from '../../../ui/content/index.ts';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { ConfirmDialog } from '../../../ui/sections/confirm-dialog.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { AddMarkDialog } from './add-mark-dialog.tsx';
import { t } from './catalogue.ts';
import { type MarkList, marksQuery } from './contact-marks.ts';
import classes from './spam-lists.module.css';
import { useMarkChanges } from './use-mark-changes.ts';

const debounceMs = 250;

const lists = contactMarkLists.map((value) => ({
  value,
  label: words.contactMarkList[value],
}));

/** The operator's block and allow lists (CV-6). */
export function SpamListsSection() {
  const [list, setList] = useState<MarkList>('block');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), debounceMs);
  const [adding, setAdding] = useState(false);
  const changes = useMarkChanges();
  const searchBox = useRef<HTMLInputElement>(null);
  return (
    <Panel
      title={shared('section.spam-lists')}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('list')}
          data={lists}
          value={list}
          onChange={(value) => setList(value as MarkList)}
        />
        <TextInput
          ref={searchBox}
          type="search"
          aria-label={t('search', { list: list })}
          placeholder={shared('action.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          maxLength={320}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="ll-note">
          {t(`explanation.${list}`)} {t('precedence')}
        </p>
      </div>
      <MarkRows
        list={list}
        search={search}
        searchBox={searchBox}
        onClearSearch={() => setTyped('')}
        onRemove={changes.remove}
      />
      {adding && (
        <AddMarkDialog
          list={list}
          onClose={() => setAdding(false)}
          onAdded={(mark) => {
            setAdding(false);
            setList(mark.list);
            changes.tellAdded(mark);
          }}
        />
      )}
    </Panel>
  );
}

interface MarkRowsProps {
  list: MarkList;
  search: string;
  /** Takes the focus when the last row is gone. */
  searchBox: RefObject<HTMLInputElement | null>;
  onClearSearch: () => void;
  onRemove: (mark: ContactMark) => Promise<void>;
}

function MarkRows({ list, search, searchBox, onClearSearch, onRemove }: MarkRowsProps) {
  const query = useInfiniteQuery(marksQuery(list, search));
  const [asking, setAsking] = useState<ContactMark | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const rows = useRef<HTMLUListElement>(null);
  const marks = query.data?.pages.flatMap((page) => page.items) ?? [];

  // The entry acted on is gone after the list is refetched: the next one takes the focus.
  const focusAt = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts when the list was read, whatever it brought
  useEffect(() => {
    if (focusAt.current === null) return;
    const buttons = rows.current?.querySelectorAll('button') ?? [];
    (buttons[Math.min(focusAt.current, buttons.length - 1)] ?? searchBox.current)?.focus();
    focusAt.current = null;
  }, [query.dataUpdatedAt]);

  async function remove(mark: ContactMark) {
    setAsking(null);
    setRemoving(mark.id);
    focusAt.current = marks.findIndex(({ id }) => id === mark.id);
    await onRemove(mark);
    setRemoving(null);
  }

  return (
    <>
      <LoadedPages
        query={query}
        loading={<RowsSkeleton rows={5} />}
        empty={<NoMarks list={list} search={search} onClearSearch={onClearSearch} />}
        failure={shared('moreEntriesFailed')}
      >
        {(items) => (
          <List ref={rows} stale={query.isPlaceholderData}>
            {items.map((mark) => (
              <MarkRow
                key={mark.id}
                mark={mark}
                pending={removing === mark.id}
                onRemove={() => (mark.source === 'reports' ? setAsking(mark) : void remove(mark))}
              />
            ))}
          </List>
        )}
      </LoadedPages>
      {asking && (
        <ConfirmDialog
          title={t('removal.title', { value: asking.value })}
          confirmLabel={shared('action.remove')}
          pending={false}
          onConfirm={() => void remove(asking)}
          onClose={() => setAsking(null)}
        >
          {t('removal.text')}
        </ConfirmDialog>
      )}
    </>
  );
}

interface MarkRowProps {
  mark: ContactMark;
  pending: boolean;
  onRemove: () => void;
}

function MarkRow({ mark, pending, onRemove }: MarkRowProps) {
  return (
    <ListRow
      title={mark.value}
      details={
        <>
          <span>{words.contactMarkKind[mark.kind]}</span>
          <span>
            {t.rich('entry.addedBy', {
              who: addedBy(mark),
              name: mark.createdBy ?? '',
              when: relative(mark.createdAt),
            })}
          </span>
          {mark.note !== null && <span>{mark.note}</span>}
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-disabled={pending}
          aria-label={t('entry.removeNamed', { value: mark.value, list: mark.list })}
          onClick={() => {
            if (!pending) onRemove();
          }}
        >
          {pending ? t('entry.removing') : shared('action.remove')}
        </Button>
      }
    />
  );
}

function addedBy({ source, createdBy }: ContactMark): 'reports' | 'unknown' | 'person' {
  if (source === 'reports') return 'reports';
  return createdBy === null ? 'unknown' : 'person';
}

function NoMarks({ list, search, onClearSearch }: Pick<MarkRowsProps, 'list' | 'search' | 'onClearSearch'>) {
  if (search !== '') {
    return (
      <EmptyState
        icon={<IconListSearch size={26} stroke={1.7} />}
        title={t('empty.noMatch')}
        actions={
          <Button variant="default" onClick={onClearSearch}>
            {shared('action.clearSearch')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState icon={<IconShieldCheck size={26} stroke={1.7} />} title={t(`empty.${list}.title`)}>
      {t(`empty.${list}.text`)}
    </EmptyState>
  );
}
