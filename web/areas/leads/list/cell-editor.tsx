import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Lead, LeadSummary } from '../../../../contract/leads/leads.ts';
import { leadQuery } from '../../../api/queries.ts';
import { withControl } from '../../../ui/control-keys.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { readNow, useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { likelyCurrency } from '../lead/deal-form/currencies.ts';
import { wordWhen } from '../lead/overtaken.ts';
import { wordActor } from '../lead/timeline/timeline-words.ts';
import { t } from './catalogue.ts';
import {
  type CellDraft,
  type CellReader,
  type DraftProblem,
  draftOf,
  readDraft,
  wordHeld,
} from './cell-draft.ts';
import classes from './cell-edit.module.css';
import type { CellEdit, CellEdits } from './cell-edits.ts';
import { CellField } from './cell-field.tsx';
import { type EditableCell, type HeldValue, heldBy } from './cell-values.ts';

interface Props {
  lead: LeadSummary;
  edit: CellEdit;
  edits: CellEdits;
  /** "Notes of Alpine Ski House" */
  name: string;
  /** Gives the focus back to the cell. */
  onLeave: () => void;
}

/** Edits one cell. Notes wait for the whole lead, because the row has only their beginning. */
export function CellEditor(props: Props) {
  const { lead, edit } = props;
  const needsLead = edit.cell === 'notes';
  const whole = useQuery({ ...leadQuery(lead.id), enabled: needsLead, staleTime: 0 });
  const base = needsLead ? (whole.isFetching ? undefined : whole.data) : lead;
  if (base) return <Editor {...props} base={base} />;
  return (
    <p className={classes.editorHint} role="status">
      {whole.error ? t('cellEdit.notSaved', { reason: whole.error.message }) : shared('loading')}
    </p>
  );
}

function useReader(): CellReader {
  const { locale } = useLocale();
  return { locale, today: useToday() };
}

/** What is typed, what is wrong with it, and how it is saved or given up. */
function useTyping({ lead, edit, edits, name, onLeave, base }: Props & { base: LeadSummary | Lead }) {
  const reader = useReader();
  const { cell, conflict } = edit;
  // The value that was there when the cell opened: newer ones that arrive meanwhile are compared with it.
  const [begun] = useState(base);
  const before = conflict ? conflict.current : begun;
  const [draft, setDraft] = useState(() =>
    draftOf(cell, edit.typed ?? heldBy(cell, begun), likelyCurrency(lead.country), reader),
  );
  const [problem, setProblem] = useState<DraftProblem>();

  function told(held: HeldValue) {
    const said =
      cell === 'notes'
        ? t('cellEdit.savedNotes', { name })
        : t('cellEdit.saved', { name, value: wordHeld(cell, held, reader.locale) });
    return {
      onSaved: (undo: () => void) => announceWithUndo(said, undo),
      onUndoFailed: (error: unknown) => announceFailure(t('cellEdit.undoFailed'), error),
    };
  }

  const put = (held: HeldValue) => {
    if (held === heldBy(cell, before)) edits.close(edit);
    else edits.save({ leadId: edit.leadId, cell, base: before, held, ...told(held) });
    onLeave();
  };

  return {
    draft,
    problem,
    /** Saves a value that nobody typed. */
    put,
    locale: reader.locale,
    type: (next: CellDraft) => {
      setDraft(next);
      if (next.text !== draft.text) setProblem(undefined);
    },
    cancel: () => {
      edits.close(edit);
      onLeave();
    },
    /** @returns whether the cell is left */
    save: (): boolean => {
      const read = readDraft(cell, draft, problem?.oddDay ?? '', reader);
      if ('problem' in read) {
        setProblem(read);
        return false;
      }
      put(read.held);
      return true;
    },
  };
}

/** A click outside is how people leave a cell. */
function useClickOutside(form: RefObject<HTMLFormElement | null>, leave: () => void) {
  const onDown = useEffectEvent(({ target }: PointerEvent) => {
    if (target instanceof Node && form.current && !form.current.contains(target)) leave();
  });
  useEffect(() => {
    const listen = (event: PointerEvent) => onDown(event);
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  }, []);
}

/** What a key does in the editor; a multi-line text keeps its Enter. */
function deedOf(press: KeyboardEvent, cell: EditableCell): 'cancel' | 'save' | 'saveAndGoOn' | undefined {
  const field = press.target instanceof HTMLElement ? press.target : null;
  if (press.key === 'Escape') return 'cancel';
  if (press.key === 'Tab' && !press.shiftKey && field?.dataset.lastField) return 'saveAndGoOn';
  if (press.key !== 'Enter' || field instanceof HTMLButtonElement) return undefined;
  return cell !== 'notes' || press.ctrlKey || press.metaKey ? 'save' : undefined;
}

function Editor(props: Props & { base: LeadSummary | Lead }) {
  const { edit, name } = props;
  const { cell, conflict } = edit;
  const { draft, problem, locale, type, put, cancel, save } = useTyping(props);
  const form = useRef<HTMLFormElement>(null);
  // What was typed is saved, as with Tab; a choice between two versions is made with its buttons.
  useClickOutside(form, () => conflict === undefined && save());

  function onKeyDown(press: KeyboardEvent) {
    const deed = deedOf(press, cell);
    if (deed === undefined || (deed === 'saveAndGoOn' && conflict)) return;
    if (deed !== 'saveAndGoOn') press.preventDefault();
    press.stopPropagation();
    if (deed === 'cancel') cancel();
    else if (!save()) press.preventDefault();
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <CellField cell={cell} name={name} draft={draft} hasProblem={problem !== undefined} onChange={type} />
      {(problem || edit.failure) && (
        <p className={classes.editorProblem} role="alert">
          {problem?.problem ?? t('cellEdit.notSaved', { reason: edit.failure ?? '' })}
        </p>
      )}
      {conflict && <ConflictNote cell={cell} conflict={conflict} locale={locale} />}
      <EditorButtons
        isNotes={cell === 'notes'}
        onCancel={cancel}
        onRestore={conflict && (() => put(conflict.before))}
      />
    </form>
  );
}

interface ConflictProps {
  cell: EditableCell;
  conflict: NonNullable<CellEdit['conflict']>;
  locale: string | undefined;
}

function ConflictNote({ cell, conflict, locale }: ConflictProps) {
  const last = conflict.changes.at(-1);
  const versions = [
    ['before', conflict.before],
    ['theirs', heldBy(cell, conflict.current)],
  ] as const;
  return (
    <div className={classes.editorConflict} role="alert">
      {last
        ? t('cellEdit.conflict', { who: wordActor(last.actor), when: wordWhen(last.at, readNow()) })
        : t('cellEdit.conflictUnknown')}
      <dl className={classes.editorVersions}>
        {versions.map(([name, held]) => (
          <div key={name}>
            <dt>{t(`cellEdit.${name}`)}</dt>
            <dd>{wordHeld(cell, held, locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface ButtonsProps {
  isNotes: boolean;
  onCancel: () => void;
  /** Only while there are two versions to choose from, and the one before them. */
  onRestore: (() => void) | undefined;
}

function EditorButtons({ isNotes, onCancel, onRestore }: ButtonsProps) {
  const isConflict = onRestore !== undefined;
  return (
    <div className={classes.editorButtons}>
      {isNotes && !isConflict && (
        <span className={`ll-small ll-muted ${classes.editorHint}`}>
          {t('cellEdit.notesHint', { keys: withControl('Enter').shown })}
        </span>
      )}
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        {isConflict ? t('cellEdit.keepTheirs') : shared('action.cancel')}
      </Button>
      {isConflict && (
        <Button size="compact-sm" variant="default" onClick={onRestore}>
          {t('cellEdit.restore')}
        </Button>
      )}
      <Button size="compact-sm" type="submit">
        {isConflict ? t('cellEdit.useMine') : shared('action.save')}
      </Button>
    </div>
  );
}
