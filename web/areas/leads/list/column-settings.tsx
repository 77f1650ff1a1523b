import { ActionIcon, Button, Checkbox, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import type { DeskDensity } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import { firstColumn } from './column-changes.ts';
import type { ColumnChoice } from './column-choice.ts';
import { type Column, columns } from './columns.tsx';
import classes from './leads.module.css';
import { landingAt, useDragOrder } from './use-drag-order.ts';
import { useMovedWords } from './use-moved-words.tsx';

export interface ColumnSettingsProps extends ColumnChoice {
  density: DeskDensity;
  onDensity: (density: DeskDensity) => void;
  /** Chosen, but there is no room for them at the moment. */
  withoutRoom: Column[];
}

/** Which columns are shown, in which order, pinned or not, and how high the rows are. */
export function ColumnSettings({ withoutRoom, density, onDensity, ...choice }: ColumnSettingsProps) {
  return (
    <>
      <ColumnLines {...choice} />
      {withoutRoom.length > 0 && (
        <p className={`ll-small ${classes.withoutRoom}`}>
          {t('columnChooser.noRoom', {
            columns: withoutRoom.map((column) => column.label).join(', '),
          })}{' '}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => choice.resize(new Map(withoutRoom.map(({ id, width }) => [id, width])))}
          >
            {t('columnChooser.showAnyway')}
          </Button>
        </p>
      )}
      <Button variant="subtle" size="compact-sm" mt="xs" disabled={choice.isUsual} onClick={choice.reset}>
        {t('columnChooser.reset')}
      </Button>
      <Switch
        className={classes.density}
        size="xs"
        label={t('columnChooser.compact')}
        checked={density === 'compact'}
        onChange={(event) => onDensity(event.currentTarget.checked ? 'compact' : 'comfortable')}
      />
    </>
  );
}

/** The columns that are shown in their order, then the others. */
function ColumnLines(choice: ColumnChoice) {
  const { visible, move, moveBefore } = choice;
  const list = useRef<HTMLUListElement>(null);
  const { said, say } = useMovedWords(visible);
  const isShown = (name: string): name is Column['id'] => visible.some(({ id }) => id === name);
  const { dragged, grab } = useDragOrder<Column['id']>({
    container: list,
    axis: 'y',
    isId: isShown,
    onDrop: ({ id, before }) => say(id, moveBefore(id, before)),
  });
  // A line that moves among the others would lose the focus.
  const toggled = useRef<Column['id']>(undefined);
  useLayoutEffect(() => {
    if (toggled.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-column="${toggled.current}"] input`)?.focus();
    toggled.current = undefined;
  });
  const toggle = (id: Column['id']) => {
    toggled.current = id;
    choice.toggle(id);
  };
  const hidden = columns.filter(({ id }) => !isShown(id));
  return (
    <>
      <ul ref={list} className={classes.columnList} aria-label={t('columnChooser.list')}>
        {visible.map((column, at) => (
          <ShownLine
            key={column.id}
            column={column}
            choice={{ ...choice, toggle }}
            landing={landingAt(visible, at, dragged)}
            isDragged={dragged?.id === column.id}
            onGrab={(event) => grab(event, column.id)}
            onMove={(steps) => say(column.id, move(column.id, steps))}
          />
        ))}
        {hidden.map((column) => (
          <li key={column.id} className={classes.columnLine} data-column={column.id}>
            <ShownBox column={column} checked={false} onChange={() => toggle(column.id)} />
          </li>
        ))}
      </ul>
      {said}
    </>
  );
}

interface BoxProps {
  column: Column;
  checked: boolean;
  onChange: () => void;
}

function ShownBox({ column, checked, onChange }: BoxProps) {
  return (
    <Checkbox
      className={classes.columnName}
      size="xs"
      label={column.fullLabel ?? column.label}
      checked={checked}
      disabled={column.id === firstColumn}
      onChange={onChange}
    />
  );
}

interface LineProps {
  column: Column;
  choice: ColumnChoice;
  landing: 'before' | 'after' | undefined;
  isDragged: boolean;
  onGrab: (event: React.PointerEvent) => void;
  onMove: (steps: number) => void;
}

function ShownLine({ column, choice, landing, isDragged, onGrab, onMove }: LineProps) {
  const name = { column: column.fullLabel ?? column.label };
  const held = useRef<HTMLElement>(null);
  // The button stays under the finger: a line that moves would lose the focus.
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = null;
  });
  const move = (button: HTMLElement, steps: number) => {
    held.current = button;
    onMove(steps);
  };
  const isFirst = column.id === firstColumn;
  return (
    <li
      className={classes.columnLine}
      data-column={column.id}
      data-order={column.id}
      data-landing={landing}
      data-dragged={isDragged || undefined}
    >
      {!isFirst && (
        <span
          className={classes.columnHandle}
          title={t('columnChooser.drag')}
          onPointerDown={onGrab}
          aria-hidden
        >
          <IconGripVertical size={14} />
        </span>
      )}
      <ShownBox column={column} checked onChange={() => choice.toggle(column.id)} />
      {!isFirst && (
        <>
          <ActionIcon
            className={classes.columnTool}
            size={26}
            aria-label={t('columnChooser.earlier', name)}
            onClick={(event) => move(event.currentTarget, -1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            className={classes.columnTool}
            size={26}
            aria-label={t('columnChooser.later', name)}
            onClick={(event) => move(event.currentTarget, 1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            className={classes.columnTool}
            size={26}
            aria-label={t('columnChooser.pin', name)}
            aria-pressed={column.pinned === true}
            onClick={() => choice.pin(column.id, column.pinned !== true)}
          >
            {column.pinned ? <IconPinFilled size={15} aria-hidden /> : <IconPin size={15} aria-hidden />}
          </ActionIcon>
        </>
      )}
    </li>
  );
}
