import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { storefrontsQuery } from '../../../api/queries.ts';
import { useListName } from '../../../lead-query/list-name.ts';
import { activeSearch } from '../../../lead-query/query.ts';
import { type ListControl, useListState } from '../../../lead-query/use-list-state.ts';
import { useDocumentTitle } from '../../../ui/index.ts';
import { BulkDock, SelectMode, useSelection } from '../bulk/index.ts';
import { ViewMenu, ViewNotices } from '../views/index.ts';
import { useColumnChoice } from './column-choice.ts';
import { fitColumns } from './column-room.ts';
import type { CellContext } from './columns.tsx';
import { useToggleFavorite } from './favorite.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterArea } from './filter-panel.tsx';
import { useFilterPanel } from './filter-panel-state.ts';
import { notePlace } from './last-place.ts';
import { LeadCards } from './lead-cards.tsx';
import { LeadGrid, leadingRem } from './lead-grid.tsx';
import classes from './leads.module.css';
import { type ListQuery, useLeadFacets, useLeadList } from './list-data.ts';
import { ListFooter } from './list-footer.tsx';
import { LeadTabs } from './list-header.tsx';
import { ListProblem, showsList } from './list-states.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { NewsPill } from './news-pill.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useLiveList } from './use-live-list.ts';
import { useRoom } from './use-room.ts';

const narrowScreen = '(max-width: 40em)';

function useCellContext(searching: boolean): CellContext {
  const storefronts = useQuery(storefrontsQuery).data;
  return useMemo(() => {
    const names = new Map(storefronts?.map((one) => [one.code, one.name]));
    return { sourceName: (code) => names.get(code) ?? code, searching };
  }, [storefronts, searching]);
}

/** The visible columns: the chosen ones that the list has room for. */
function useColumns(side: RefObject<HTMLElement | null>, { look, changeLook, state: { sort } }: ListControl) {
  const choice = useColumnChoice(look, changeLook);
  const room = useRoom(side);
  const fitted = useMemo(
    () => fitColumns(choice.visible, room === undefined ? undefined : room - leadingRem, sort),
    [choice.visible, room, sort],
  );
  return { choice, ...fitted };
}

/** Opens a lead, and finds the way back to its place in the list. */
function useOpenLead(query: ListQuery) {
  const navigate = useNavigate({ from: '/leads' });
  return useCallback(
    (lead: LeadSummary, action?: 'accept' | 'decline') => {
      notePlace(JSON.stringify(query), { leadId: lead.id });
      void navigate({
        to: '/leads/$leadId',
        params: { leadId: lead.id },
        search: (before) => (action ? { ...before, do: action } : before),
      });
    },
    [navigate, query],
  );
}

/** Tabs, filters and the list itself, kept current and usable by mouse, touch or keyboard. */
export function LeadDesk() {
  const { page } = useListName();
  useDocumentTitle(page);
  const control = useListState();
  const { state, change, restoring } = control;
  const isNarrow = useMediaQuery(narrowScreen, false, { getInitialValueInEffect: false });
  const facets = useLeadFacets(state, !restoring);
  const counted = facets.isPlaceholderData ? undefined : facets.data?.total;
  const list = useLeadList(state, !restoring, counted);
  const side = useRef<HTMLDivElement>(null);
  const columns = useColumns(side, control);
  const filterPanel = useFilterPanel();
  const region = useRef<HTMLElement>(null);
  const live = useLiveList(list.query, region);
  const toggleFavorite = useToggleFavorite();
  const context = useCellContext(activeSearch(state.search) !== undefined);
  const open = useOpenLead(list.query);
  const ticked = useSelection({ list, state, facets: facets.isPlaceholderData ? undefined : facets.data });
  const keys = useListKeys({ region, list, toggleFavorite, open, hasSelection: ticked.count > 0 });
  const view = {
    list,
    columns: columns.shown,
    density: control.look.density,
    context,
    control,
    live,
    open,
    toggleFavorite,
    ticked,
    region,
    keys,
  };

  return (
    <div className={classes.desk}>
      <h1 className="ll-visually-hidden" tabIndex={-1} data-page-title>
        {page}
      </h1>
      <div className={classes.viewLine}>
        <ViewMenu control={control} />
      </div>
      <LeadTabs tab={state.tab} counts={facets.data?.tabs} onChange={(tab) => change({ tab })} />
      <ListToolbar
        control={control}
        columns={columns.choice}
        withoutRoom={columns.withoutRoom}
        total={list.total}
        filterPanel={filterPanel}
        isNarrow={isNarrow}
      />
      <ViewNotices control={control} />
      <FilterChips control={control} facets={facets.data} />
      <div className={classes.body}>
        <FilterArea panel={filterPanel} control={control} facets={facets.data} total={list.total} />
        <div
          ref={side}
          className={classes.listSide}
          id="leads-panel"
          role="tabpanel"
          aria-labelledby={`tab-${state.tab}`}
        >
          <NewsPill live={live} />
          {showsList(list) ? (
            <>
              {isNarrow && <SelectMode ticked={ticked} />}
              {isNarrow ? <LeadCards {...view} /> : <LeadGrid {...view} />}
              <ListFooter list={list} limit={state.limit} onLimit={(limit) => change({ limit })} />
            </>
          ) : (
            <ListProblem list={list} control={control} />
          )}
          <BulkDock
            ticked={ticked}
            leads={list.leads}
            state={state}
            region={region}
            focusLead={keys.focusLead}
            isReady={!list.isPending}
            isNarrow={isNarrow ?? false}
          />
        </div>
      </div>
    </div>
  );
}
