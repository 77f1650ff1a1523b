import { Popover } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { CellName } from '../../../../contract/leads/lead-fields.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './cell-edit.module.css';

interface Props {
  cell: CellName;
  /** "Notes of Alpine Ski House" */
  name: string;
  alignEnd: boolean;
  /** Of the editor, in pixels. */
  width: number;
  button: RefObject<HTMLButtonElement | null>;
  isSaving?: boolean;
  /** What edits the cell, while it is open. */
  editor: ReactNode;
  /** Someone may be about to edit. */
  onNear: () => void;
  onBegin: () => void;
  /** Esc, or a click elsewhere; without it, the editor sees to them itself. */
  onGiveUp?: () => void;
  children: ReactNode;
}

/** Around the content of a cell that can be edited: the button that opens its editor, and the editor over the cell. */
export function CellFrame(props: Props) {
  const { cell, name, alignEnd, width, button, isSaving, editor, onNear, onBegin, onGiveUp, children } =
    props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <span
      className={classes.editable}
      data-align={alignEnd ? 'end' : undefined}
      data-edit-cell={cell}
      data-saving={isSaving || undefined}
      onClick={() => button.current?.focus({ preventScroll: true })}
      onDoubleClick={onBegin}
    >
      {children}
      <button
        ref={button}
        type="button"
        className={classes.editButton}
        aria-label={shared('action.editNamed', { name })}
        aria-haspopup="dialog"
        onFocus={onNear}
        onPointerEnter={onNear}
        onClick={(event) => {
          event.stopPropagation();
          onBegin();
        }}
        onKeyDown={(press) => press.key === 'F2' && onBegin()}
      >
        <IconPencil size={14} aria-hidden />
      </button>
      {editor && (
        <Popover
          opened
          position={alignEnd ? 'bottom-end' : 'bottom-start'}
          offset={-26}
          width={width}
          shadow="md"
          // The target is the whole cell; its words are no name for the editor.
          withRoles={false}
          closeOnEscape={onGiveUp !== undefined}
          closeOnClickOutside={onGiveUp !== undefined}
          onChange={(isOpen) => !isOpen && onGiveUp?.()}
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <span className={classes.editorPlace} />
          </Popover.Target>
          {/* Its clicks are not clicks on the cell, although it is inside for React. */}
          <Popover.Dropdown
            role="dialog"
            aria-label={name}
            className={classes.editor}
            onClick={(event) => event.stopPropagation()}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            {editor}
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}
