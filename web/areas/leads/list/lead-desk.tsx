import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { storefrontsQuery } from '../../../api/queries.ts';
import { titleOfList, useListName } from '../../../lead-query/list-name.ts';
import { activeSearch } from '../../../lead-query/query.ts';
import { type ListControl, useListState } from '../../../lead-query/use-list-state.ts';
import { SearchedFor, useDocumentTitle } from '../../../ui/index.ts';
import { loadAhead } from '../../../ui/late-code.ts';
import { oneAtATime, onPhone, useRoomIs } from '../../../ui/room.ts';
import { Waiting } from '../../../ui/waiting.tsx';
import { SelectMode, useBulkDock, useSelection, useSelectionKeys } from '../bulk/index.ts';
import { ViewBanners, ViewMenu } from '../views/index.ts';
import { useColumnChoice } from './column-choice.ts';
import { fitColumns } from './column-room.ts';
import type { CellContext } from './columns.tsx';
import { useToggleFavorite } from './favorite.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterArea } from './filter-panel.tsx';
import { useFilterPanel } from './filter-panel-state.ts';
import { notePlace } from './last-place.ts';
import { loadPane } from './lead-beside.tsx';
import classes from './leads.module.css';
import { LinkNotice } from './link-notice.tsx';
import { useListCommands } from './list-commands.ts';
import { useLeadFacets, useLeadList } from './list-data.ts';
import { LeadTabs } from './list-header.tsx';
import { ListSide } from './list-side.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import type { ListView } from './list-view.ts';
import { type Done, useAnswers } from './use-answers.tsx';
import { edgesRem } from './use-column-layout.ts';
import { useListKeys } from './use-list-keys.ts';
import { useLiveList } from './use-live-list.ts';
import { useOpenLead } from './use-open-lead.ts';
import { useRoom } from './use-room.ts';

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
    () => fitColumns(choice.visible, room === undefined ? undefined : room - edgesRem, sort),
    [choice.visible, room, sort],
  );
  return { choice, ...fitted };
}

interface DeskRoom {
  layout: DeskLayout;
  choose: (layout: DeskLayout) => void;
  /** Whether leads open next to the list. */
  isBeside: boolean;
  /** The width of a phone: cards. */
  isNarrow: boolean;
}

/**
 * The layout: the classic one where the address names an open lead, otherwise the person's or the view's. Where there is
 * room for one of the two, an open lead has its page.
 */
function useDeskRoom({ look, changeLook, leadId, openLead }: ListControl): DeskRoom {
  const isNarrow = useRoomIs(onPhone);
  const isOneAtATime = useRoomIs(oneAtATime);
  const layout = leadId === null ? look.layout : 'classic';
  const isBeside = layout === 'classic' && !isOneAtATime;
  const navigate = useNavigate({ from: '/leads' });
  useEffect(() => {
    if (leadId === null || isBeside) return;
    const search = (before: object) => ({ ...before, lead: undefined });
    void navigate({ to: '/leads/$leadId', params: { leadId }, search, replace: true });
  }, [leadId, isBeside, navigate]);
  useEffect(() => {
    if (isBeside) loadAhead(loadPane);
  }, [isBeside]);
  const choose = (next: DeskLayout) => {
    changeLook({ layout: next });
    if (next === 'grid') openLead(null);
  };
  return { layout, choose, isBeside, isNarrow };
}

/** Opens the page of a lead, and notes where the list was left. */
function useOpenPage(list: ListView['list']): ListView['open'] {
  const navigate = useNavigate({ from: '/leads' });
  const { query } = list;
  return useCallback(
    (lead: LeadSummary) => {
      notePlace(JSON.stringify(query), { leadId: lead.id });
      void navigate({ to: '/leads/$leadId', params: { leadId: lead.id }, search: (before) => before });
    },
    [navigate, query],
  );
}

/** The list, whichever way it is shown, with what can be done in it. */
function useListView(control: ListControl, facets: LeadFacets | undefined, { isBeside }: DeskRoom) {
  const { state, restoring } = control;
  const list = useLeadList(state, !restoring, facets?.total);
  const ticked = useSelection({ list, state, facets });
  const region = useRef<HTMLElement>(null);
  const live = useLiveList(list.query, region);
  const toggleFavorite = useToggleFavorite(state.tab);
  const openLead = useOpenLead(control, list, isBeside);
  const beside = isBeside ? openLead : null;
  const { answer, answeringId, sheet } = useAnswers({
    list,
    nextOf: (leadId) => (leadId === beside?.id ? beside.nextId : null),
    onDone: (done) => goOn(done),
  });
  const keys = useListKeys({
    region,
    list,
    toggleFavorite,
    answer,
    beside,
    hasSelection: ticked.count > 0,
  });
  useSelectionKeys({ region, leads: list.leads, ticked, focusLead: keys.focusLead });
  function goOn({ leadId, nextId, fromPane, isAnswered }: Done) {
    const goesTo = isAnswered ? (nextId ?? leadId) : leadId;
    if (beside !== null && goesTo !== beside.id) beside.open(goesTo);
    if (fromPane) keys.focusPane(goesTo);
    else keys.focusLead(goesTo);
  }
  const context = useCellContext(activeSearch(state.search) !== undefined);
  const open = useOpenPage(list);
  return {
    view: {
      list,
      context,
      control,
      live,
      open,
      answer,
      answeringId,
      beside,
      toggleFavorite,
      ticked,
      region,
      keys,
    },
    sheet,
  };
}

/** Tabs, filters and the list itself, kept current and usable by mouse, touch or keyboard. */
export function LeadDesk() {
  const control = useListState();
  const { state, change, restoring } = control;
  const title = titleOfList(useListName().page, control.view?.name);
  useDocumentTitle(title);
  const room = useDeskRoom(control);
  const facets = useLeadFacets(state, !restoring);
  const { view, sheet } = useListView(control, facets.isPlaceholderData ? undefined : facets.data, room);
  const side = useRef<HTMLDivElement>(null);
  const { choice, shown, withoutRoom } = useColumns(side, control);
  const filterPanel = useFilterPanel();
  useListCommands(control, filterPanel, room);
  const { total, isPending } = view.list;
  const { dock, pressed, isAwaited } = useBulkDock({
    isWanted: !isPending,
    hasSelection: view.ticked.count > 0,
  });

  return (
    <div className={classes.desk}>
      <h1 className="ll-visually-hidden" tabIndex={-1} data-page-title>
        {title}
      </h1>
      <div className={classes.viewLine}>
        <ViewMenu control={control} />
      </div>
      <LeadTabs tab={state.tab} counts={facets.data?.tabs} onChange={(tab) => change({ tab })} />
      <ListToolbar
        control={control}
        columns={choice}
        withoutRoom={withoutRoom}
        total={total}
        filterPanel={filterPanel}
        isNarrow={room.isNarrow}
        layout={room.layout}
        onLayout={room.choose}
      />
      <LinkNotice />
      <ViewBanners control={control} />
      <FilterChips control={control} facets={facets.data} />
      <div className={classes.body}>
        <FilterArea panel={filterPanel} control={control} facets={facets.data} total={total} />
        <div
          ref={side}
          className={classes.listSide}
          id="leads-panel"
          role="tabpanel"
          aria-labelledby={`tab-${state.tab}`}
        >
          {room.isNarrow && <SelectMode ticked={view.ticked} />}
          <SearchedFor search={activeSearch(state.search)}>
            <ListSide
              view={{ ...view, choice, columns: shown, density: control.look.density }}
              layout={room.isNarrow ? 'cards' : room.layout}
            />
          </SearchedFor>
          {isAwaited && <Waiting />}
          {dock && (
            <dock.BulkDock
              ticked={view.ticked}
              leads={view.list.leads}
              state={state}
              columns={choice.visible.map(({ id }) => id)}
              region={view.region}
              focusLead={view.keys.focusLead}
              isReady={!view.list.isPending}
              isNarrow={room.isNarrow}
              pressed={pressed}
            />
          )}
        </div>
      </div>
      {sheet}
    </div>
  );
}
