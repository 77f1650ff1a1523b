import { type RefObject, useState } from 'react';
import type { CellName } from '../../../../contract/leads/lead-fields.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { withoutEmpty } from '../../../api/client.ts';
import { useMe } from '../../../api/me.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { useLocale } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { focusPageTitle } from '../../../ui/return-focus.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import { rowOf } from '../list/row-elements.ts';
import classes from './bulk.module.css';
import { BulkProgress } from './bulk-progress.tsx';
import type { Selection } from './selection.ts';
import { SelectionBar, selectionBarId, wordSelected } from './selection-bar.tsx';
import { heartAction, type Target, targetOf } from './target.ts';
import { useBulk } from './use-bulk.ts';
import type { TickedLeads } from './use-selection.ts';
import { useSelectionKeys } from './use-selection-keys.ts';

const BulkDialog = later(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));
const ExportDialog = later(async () => ({
  default: (await import('../exports/export-dialog.tsx')).ExportDialog,
}));
const BulkReport = later(async () => ({ default: (await import('./bulk-report.tsx')).BulkReport }));

interface Props {
  ticked: TickedLeads;
  leads: LeadSummary[];
  state: ListState;
  /** The columns of the table, for exports. */
  columns: readonly CellName[];
  region: RefObject<HTMLElement | null>;
  focusLead: (id: string) => void;
  /** false: the list is not there yet, and comes first. */
  isReady: boolean;
  isNarrow: boolean;
}

/**
 * Below the rows, so that it covers none: the selection with what can be done to it, and what goes on in the
 * background. Holds the dialogs of both.
 */
export function BulkDock({ ticked, leads, state, columns, region, focusLead, isReady, isNarrow }: Props) {
  const { permissions } = useMe();
  const { locale } = useLocale();
  const { anchor } = ticked.selection;

  const leave = () => {
    ticked.clear();
    ticked.setSelecting(false);
    // After the dialog has returned the focus to a button that is gone.
    setTimeout(() => {
      if (anchor && rowOf(region.current, anchor)) focusLead(anchor);
      else focusPageTitle();
    });
  };
  const bulk = useBulk(leave);

  const facts = { selection: ticked.selection, loaded: leads, state, permissions };
  const heart = heartAction(facts);
  const begin = (action: BulkActionName, target: Target) => {
    const isHeart = action === 'favorite' || action === 'unfavorite';
    // Favorites can be undone: a dialog asks only where most of the leads are out of sight.
    if (isHeart && !target.isQuery) bulk.performNow({ action, ...target.which });
    else bulk.ask({ action, target });
  };
  const beginIfPossible = (action: BulkActionName) => {
    const target = targetOf(action, facts);
    if (target) begin(action, target);
  };

  useSelectionKeys({
    region,
    leads,
    ticked,
    focusLead,
    onClear: () => {
      if (document.getElementById(selectionBarId)?.contains(document.activeElement)) leave();
      else ticked.clear();
    },
    toBar: () => document.getElementById(selectionBarId)?.focus(),
  });
  useShortcuts(
    {
      a: () => beginIfPossible('accept'),
      d: () => beginIfPossible('decline'),
      f: () => beginIfPossible(heart),
    },
    { enabled: ticked.count > 0 },
  );

  const [isExporting, setExporting] = useState(false);

  return (
    <div className={classes.dock}>
      <BulkProgress bulk={bulk} enabled={isReady} />
      {ticked.count > 0 && (
        <SelectionBar
          ticked={ticked}
          targetOf={(action) => targetOf(action, facts)}
          heart={heart}
          onAction={begin}
          onExport={permissions.exportLeads ? () => setExporting(true) : undefined}
          onClear={leave}
          isNarrow={isNarrow}
        />
      )}
      <span className="ll-visually-hidden" role="status">
        {ticked.count > 0 && wordSelected(ticked, locale)}
      </span>
      {isExporting && (
        <ExportDialog
          leads={selectedLeads(state, ticked.selection)}
          count={ticked.count}
          columns={columns}
          onClose={() => setExporting(false)}
        />
      )}
      {bulk.asked && <BulkDialog {...bulk.asked} perform={bulk.perform} onClose={() => bulk.ask(null)} />}
      {bulk.reported && (
        <BulkReport bulk={bulk.reported} undo={bulk.undo} onClose={() => bulk.report(null)} />
      )}
    </div>
  );
}

/** What is ticked, as an export takes it. */
function selectedLeads(state: ListState, { all, leads }: Selection) {
  const { tab, sort } = state;
  return all ? withoutEmpty(orderedQuery(state)) : { tab, sort, leadIds: [...leads.keys()] };
}
