import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { CellName } from '../../../../contract/leads/lead-fields.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { withoutEmpty } from '../../../api/client.ts';
import { useMe } from '../../../api/me.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { useLocale } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import classes from './bulk.module.css';
import { BulkProgress } from './bulk-progress.tsx';
import type { Selection } from './selection.ts';
import { SelectionBar, wordSelected } from './selection-bar.tsx';
import { heartAction, type Target, targetOf } from './target.ts';
import { useBulk } from './use-bulk.ts';
import type { SelectionKey } from './use-bulk-dock.ts';
import type { TickedLeads } from './use-selection.ts';
import { leaveSelection } from './use-selection-keys.ts';

const BulkDialog = later(() => import('./bulk-dialog.tsx'), 'BulkDialog');
const BulkReport = later(() => import('./bulk-report.tsx'), 'BulkReport');
const ExportDialog = later(() => import('../exports/export-dialog.tsx'), 'ExportDialog');

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
  /** What was pressed before the dock was there. */
  pressed?: SelectionKey | undefined;
}

/**
 * Below the rows, so that it covers none: the selection with what can be done to it, and what goes on in the
 * background. Holds the dialogs of both.
 */
export function BulkDock(props: Props) {
  const { ticked, leads, state, columns, region, focusLead, isReady, isNarrow, pressed } = props;
  const { permissions } = useMe();
  const { locale } = useLocale();
  const leave = () => leaveSelection({ region, ticked, focusLead });
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

  const deeds: Readonly<Record<SelectionKey, () => void>> = {
    a: () => beginIfPossible('accept'),
    d: () => beginIfPossible('decline'),
    f: () => beginIfPossible(heart),
  };
  useShortcuts(deeds, { enabled: ticked.count > 0 });
  const keepPress = useEffectEvent(() => {
    if (pressed && ticked.count > 0) deeds[pressed]();
  });
  useEffect(() => keepPress(), []);

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
