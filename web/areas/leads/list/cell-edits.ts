import { createContext, useMemo, useState } from 'react';
import type { Lead, LeadEvent, LeadSummary } from '../../../../contract/leads/leads.ts';
import { ApiError, explainError } from '../../../api/client.ts';
import { useWorkInHand } from '../../../ui/work-in-hand.ts';
import { useLeadCache } from '../lead/lead-data.ts';
import { changeLead, currentOf, readChanges } from '../lead/refusals.ts';
import { changeTo, type EditableCell, type HeldValue, heldBy, shownWith } from './cell-values.ts';
import { useShowInRows } from './list-data.ts';

/** Which cell of which lead. */
interface CellPlace {
  readonly leadId: string;
  readonly cell: EditableCell;
}

/** What came with the refusal: the lead as it is now, and what others did. */
interface Overtaking {
  readonly current: Lead;
  readonly changes: LeadEvent[];
}

/** A cell that someone is editing, or whose new value is on its way. */
export interface CellEdit extends CellPlace {
  readonly phase: 'open' | 'saving';
  /** What was typed, when the cell opens again because it could not be saved. */
  readonly typed?: HeldValue;
  /** Why it could not be saved. */
  readonly failure?: string;
  /** Somebody else changed the same cell. */
  readonly conflict?: Overtaking & {
    /** What the cell had when it opened. */
    readonly before: HeldValue;
  };
}

/** A value to save, over the lead as it was when the cell opened. */
interface CellSave extends CellPlace {
  readonly base: LeadSummary | Lead;
  readonly held: HeldValue;
  /** Is told what was saved, and how to take it back. */
  readonly onSaved: (undo: () => void) => void;
  /** Is told when it could not be taken back. */
  readonly onUndoFailed: (error: unknown) => void;
}

export interface CellEdits {
  find: (place: CellPlace) => CellEdit | undefined;
  begin: (place: CellPlace) => void;
  close: (place: CellPlace) => void;
  save: (save: CellSave) => void;
}

/** The cells of the table around; null: they cannot be edited here. */
export const CellEditsContext = createContext<CellEdits | null>(null);

const keyOf = ({ leadId, cell }: CellPlace) => `${leadId} ${cell}`;

/** The lead that came with a refusal, and what happened to it. */
function overtakingOf(error: unknown): Overtaking | undefined {
  const current = currentOf(error);
  return current && error instanceof ApiError ? { current, changes: readChanges(error.problem) } : undefined;
}

/** What saving a cell does to what is shown. */
interface Desk {
  /** Opens, marks or closes a cell. */
  put: (place: CellPlace, edit: Omit<CellEdit, 'leadId' | 'cell'> | undefined) => void;
  /** Shows values in the row, whatever the server has. */
  show: (leadId: string, part: Partial<LeadSummary>) => void;
  /** Takes over a lead from the server. */
  adopt: (lead: Lead) => void;
}

const send = ({ leadId, cell }: CellPlace, held: HeldValue, version: number) =>
  changeLead(leadId, version, changeTo(cell, held));

/** Saves over the version that the person saw; a newer one with the same value in the cell is no obstacle. */
async function saveCell(desk: Desk, save: CellSave): Promise<void> {
  const { base, held, leadId, cell } = save;
  const before = heldBy(cell, base);
  desk.put(save, { phase: 'saving', typed: held });
  desk.show(leadId, shownWith(cell, held));
  try {
    finish(desk, save, await send(save, held, base.version));
  } catch (error) {
    const overtaken = overtakingOf(error);
    if (overtaken === undefined) {
      desk.show(leadId, shownWith(cell, before));
      desk.put(save, { phase: 'open', typed: held, failure: explainError(error) });
    } else await saveOver(desk, save, overtaken, error);
  }
}

/** Goes on when somebody else was faster: whoever was overtaken in the same cell chooses. */
async function saveOver(desk: Desk, save: CellSave, overtaken: Overtaking, refusal: unknown): Promise<void> {
  const { current } = overtaken;
  const { base, held, cell } = save;
  desk.adopt(current);
  const now = heldBy(cell, current);
  const before = heldBy(cell, base);
  if (!current.allowedActions.includes('edit'))
    desk.put(save, { phase: 'open', typed: held, failure: explainError(refusal) });
  else if (now === held) desk.put(save, undefined);
  else if (now === before) await saveCell(desk, { ...save, base: current });
  else desk.put(save, { phase: 'open', typed: held, conflict: { ...overtaken, before } });
}

function finish(desk: Desk, save: CellSave, after: Lead): void {
  desk.adopt(after);
  desk.put(save, undefined);
  save.onSaved(() => void takeBack(desk, save, after));
}

async function takeBack(desk: Desk, save: CellSave, saved: Lead): Promise<void> {
  const before = heldBy(save.cell, save.base);
  desk.show(save.leadId, shownWith(save.cell, before));
  try {
    desk.adopt(await send(save, before, saved.version));
  } catch (error) {
    desk.adopt(currentOf(error) ?? saved);
    save.onUndoFailed(error);
  }
}

/**
 * Editing cells: what was typed is shown at once, and stays until it is saved or given up, also when somebody else
 * changed the lead meanwhile.
 */
export function useCellEdits(): CellEdits {
  const show = useShowInRows();
  const cache = useLeadCache();
  const [edits, setEdits] = useState<ReadonlyMap<string, CellEdit>>(new Map());
  useWorkInHand(edits.size > 0);

  const desk = useMemo((): Desk => {
    return {
      show,
      adopt: (lead) => {
        show(lead.id, lead);
        cache.adopt(lead);
      },
      put: (place, edit) =>
        setEdits((before) => {
          const after = new Map(before);
          if (edit === undefined) after.delete(keyOf(place));
          else after.set(keyOf(place), { leadId: place.leadId, cell: place.cell, ...edit });
          return after;
        }),
    };
  }, [show, cache]);

  return useMemo(
    () => ({
      find: (place) => edits.get(keyOf(place)),
      begin: (place) => {
        if (!edits.has(keyOf(place))) desk.put(place, { phase: 'open' });
      },
      close: (place) => desk.put(place, undefined),
      save: (one) => void saveCell(desk, one),
    }),
    [edits, desk],
  );
}
