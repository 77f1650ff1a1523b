import { Textarea, type TextareaProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Colleague } from '../../../../contract/identity/identity.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import { initials } from '../lead/initials.ts';
import classes from './activities.module.css';
import { readersQuery } from './activities-data.ts';
import { t } from './catalogue.ts';
import { type Asked, findAsked, type WrittenText, withMention } from './mention-text.ts';

interface Props extends Omit<TextareaProps, 'value' | 'onChange' | 'onKeyDown'> {
  leadId: string;
  value: WrittenText;
  onChange: (value: WrittenText) => void;
  /** Keys that choose nobody. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** More would be a list to read, not to choose from. */
const mostOffered = 6;

/**
 * A text in which an @ offers the colleagues who may see the lead: arrows choose, Enter or Tab takes, Esc closes. They
 * are fetched when the first @ is typed.
 */
export function MentionField({ leadId, value, onChange, onKey, ...field }: Props) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [asked, setAsked] = useState<Asked>();
  const [at, setAt] = useState(0);
  const caret = useRef<number>(undefined);
  const offered = useOffered(leadId, asked);
  const isOpen = asked !== undefined && offered.length > 0;
  const chosen = Math.min(at, offered.length - 1);
  // The caret goes behind a name once the name stands in the field.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    textarea.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const look = (element: HTMLTextAreaElement) => {
    const next = findAsked(element.value, element.selectionStart);
    if (next?.at !== asked?.at || next?.search !== asked?.search) setAt(0);
    setAsked(next);
  };
  function take(person: Colleague | undefined) {
    if (!asked || !person) return;
    const { caret: to, ...written } = withMention(value, asked, person);
    caret.current = to;
    setAsked(undefined);
    onChange(written);
    textarea.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isOpen || event.nativeEvent.isComposing) return onKey?.(event);
    const answers: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt((chosen + 1) % offered.length),
      ArrowUp: () => setAt((chosen + offered.length - 1) % offered.length),
      Enter: () => take(offered[chosen]),
      Tab: () => take(offered[chosen]),
      Escape: () => setAsked(undefined),
    };
    const answer = answers[event.key];
    if (!answer) return onKey?.(event);
    event.preventDefault();
    event.stopPropagation();
    answer();
  }
  return (
    <div className={classes.mentioning}>
      <Textarea
        {...field}
        ref={textarea}
        value={value.text}
        onChange={(event) => {
          onChange({ ...value, text: event.currentTarget.value });
          look(event.currentTarget);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setAsked(undefined)}
        onKeyDown={onKeyDown}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
      />
      {isOpen && <Offered id={listId} people={offered} chosen={chosen} onTake={take} />}
      <span className="ll-visually-hidden" role="status">
        {isOpen && t('mention.offered', { count: offered.length, name: offered[chosen]?.name ?? '' })}
      </span>
    </div>
  );
}

/** Those whose name fits what is typed, beginnings first. */
function useOffered(leadId: string, asked: Asked | undefined): Colleague[] {
  const readers = useQuery({ ...readersQuery(leadId), enabled: asked !== undefined }).data ?? [];
  if (asked === undefined) return [];
  // Behind a whole name and a space, nobody is asked for any more.
  const wanted = foldForSearch(asked.search) + (asked.search.endsWith(' ') ? ' ' : '');
  const found = readers.filter(({ name }) => foldForSearch(name).includes(wanted));
  const begins = ({ name }: Colleague) => foldForSearch(name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, mostOffered);
}

interface OfferedProps {
  id: string;
  people: readonly Colleague[];
  chosen: number;
  onTake: (person: Colleague) => void;
}

function Offered({ id, people, chosen, onTake }: OfferedProps) {
  return (
    <div id={id} role="listbox" aria-label={t('mention.list')} className={classes.offered}>
      {people.map((person, place) => (
        <div
          key={person.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === chosen}
          tabIndex={-1}
          className={classes.offer}
          // Before the field loses the focus, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(person);
          }}
        >
          <span className="ll-initials" aria-hidden>
            {initials(person.name)}
          </span>
          <span className="ll-person">
            <bdi>{person.name}</bdi>
            <span className="ll-muted ll-small ll-truncate">{person.email}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
