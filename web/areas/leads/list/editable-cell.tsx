import { Popover } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, use, useRef } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { loadAhead } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { t } from './catalogue.ts';
import classes from './cell-edit.module.css';
import { CellEditsContext } from './cell-edits.ts';
import type { EditableCell } from './cell-values.ts';
import { cellWords } from './cell-words.ts';

/** What it takes to edit is loaded when someone is about to. */
const CellEditor = later(
  () => import('./cell-editor.tsx'),
  'CellEditor',
  () => <Waiting isInline />,
);
const loadEditor = () => loadAhead(CellEditor.load);

interface Props {
  lead: LeadSummary;
  cell: EditableCell;
  alignEnd: boolean;
  children: ReactNode;
}

/** A cell that can be edited in place: with its button, Enter, F2, or a double click. */
export function EditableCellContent({ lead, cell, alignEnd, children }: Props) {
  const edits = use(CellEditsContext);
  const button = useRef<HTMLButtonElement>(null);
  const place = { leadId: lead.id, cell };
  const edit = edits?.find(place);
  // What could not be saved stays in the cell, even if the deal was closed meanwhile.
  if (edits === null || !(lead.allowedActions.includes('edit') || edit)) return children;
  const name = t('cellEdit.name', { field: cellWords[cell], customer: customerLabel(lead) });
  const leave = () => button.current?.focus({ preventScroll: true });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <span
      className={classes.editable}
      data-align={alignEnd ? 'end' : undefined}
      data-edit-cell={cell}
      data-saving={edit?.phase === 'saving' || undefined}
      onClick={leave}
      onDoubleClick={() => edits.begin(place)}
    >
      {children}
      <button
        ref={button}
        type="button"
        className={classes.editButton}
        aria-label={t('cellEdit.edit', { name })}
        aria-haspopup="dialog"
        onFocus={loadEditor}
        onPointerEnter={loadEditor}
        onClick={(event) => {
          event.stopPropagation();
          edits.begin(place);
        }}
        onKeyDown={(press) => press.key === 'F2' && edits.begin(place)}
      >
        <IconPencil size={14} aria-hidden />
      </button>
      {edit?.phase === 'open' && (
        <Popover
          opened
          position={alignEnd ? 'bottom-end' : 'bottom-start'}
          offset={-26}
          width={cell === 'notes' ? 340 : 270}
          shadow="md"
          // The target is the whole cell; its words are no name for the editor.
          withRoles={false}
          closeOnEscape={false}
          closeOnClickOutside={false}
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
            <CellEditor lead={lead} edit={edit} edits={edits} name={name} onLeave={leave} />
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}
