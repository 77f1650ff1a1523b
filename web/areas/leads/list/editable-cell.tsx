import { type ReactNode, use, useRef, useState } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import { customerLabel } from '../../../ui/index.ts';
import { loadAhead } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { t } from './catalogue.ts';
import { CellEditsContext } from './cell-edits.ts';
import { CellFrame } from './cell-frame.tsx';
import type { EditableCell } from './cell-values.ts';
import { cellWords } from './cell-words.ts';
import { useShowInRows } from './list-data.ts';

/** What it takes to edit is loaded when someone is about to. */
const CellEditor = later(
  () => import('./cell-editor.tsx'),
  'CellEditor',
  () => <Waiting isInline />,
);
const OwnerPicker = later(
  () => import('../lead/owner/owner-picker.tsx'),
  'OwnerPicker',
  () => <Waiting isInline />,
);
const loadEditor = () => loadAhead(CellEditor.load);
const loadPicker = () => loadAhead(OwnerPicker.load);

interface CellProps {
  lead: LeadSummary;
  alignEnd: boolean;
  children: ReactNode;
}

/** A cell that can be edited in place: with its button, Enter, F2, or a double click. */
export function EditableCellContent({ lead, cell, alignEnd, children }: CellProps & { cell: EditableCell }) {
  const edits = use(CellEditsContext);
  const button = useRef<HTMLButtonElement>(null);
  const place = { leadId: lead.id, cell };
  const edit = edits?.find(place);
  // What could not be saved stays in the cell, even if the deal was closed meanwhile.
  if (edits === null || !(lead.allowedActions.includes('edit') || edit)) return children;
  const name = t('cellEdit.name', { field: cellWords[cell], customer: customerLabel(lead) });
  const leave = () => button.current?.focus({ preventScroll: true });
  return (
    <CellFrame
      cell={cell}
      name={name}
      alignEnd={alignEnd}
      width={cell === 'notes' ? 340 : 270}
      button={button}
      isSaving={edit?.phase === 'saving'}
      editor={
        edit?.phase === 'open' && (
          <CellEditor lead={lead} edit={edit} edits={edits} name={name} onLeave={leave} />
        )
      }
      onNear={loadEditor}
      onBegin={() => edits.begin(place)}
    >
      {children}
    </CellFrame>
  );
}

/** The cell with the owner of a lead, who is chosen in place. */
export function OwnerCellContent({ lead, alignEnd, children }: CellProps) {
  const isEditable = use(CellEditsContext) !== null && lead.allowedActions.includes('assign');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const show = useShowInRows();
  if (!isEditable) return children;
  const close = () => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <CellFrame
      cell="assignedTo"
      name={t('cellEdit.name', { field: words.field.owner, customer: customerLabel(lead) })}
      alignEnd={alignEnd}
      width={290}
      button={button}
      editor={isOpen && <OwnerPicker lead={lead} show={show} onDone={close} />}
      onNear={loadPicker}
      onBegin={() => setOpen(true)}
      onGiveUp={close}
    >
      {children}
    </CellFrame>
  );
}
