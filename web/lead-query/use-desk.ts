import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Desk, SavedDefinition, SavedView, SentDefinition } from '../../contract/leads/views.ts';
import { request } from '../api/client.ts';
import { queryKeys } from '../api/queries.ts';
import { t } from './catalogue.ts';
import { isSame, isTooLarge, readDefinition, readQuery, writeDefinition } from './definitions.ts';
import { deskQuery, viewsQuery } from './desk-data.ts';
import { lateWrites } from './late-writes.ts';
import { defaultListState, type ListState } from './list-state.ts';
import { type Look, readLook } from './look.ts';

/** What the list remembers, as far as it is known by now. */
interface DeskMemory {
  /** false while it is still being asked for; an answer that failed counts as known */
  readonly isKnown: boolean;
  /** The view of that id, if the person can open it. */
  viewOf: (viewId: string) => SavedView | undefined;
  /** What a bare address opens: the default view, or what the person had last. */
  readonly first: { readonly viewId: string | null; readonly state: ListState };
  /** What an address opens that names only a view. */
  stateOf: (view: SavedView) => ListState;
  /** How the list looks in a view or outside. */
  lookOf: (view: SavedView | undefined) => Look;
  /** Remembers the list as it is now: as the person's own version of the view, or as what they had last. */
  remember: (view: SavedView | undefined, state: ListState, look: Look) => void;
}

/** What the server has of a definition once a request sent it. */
const asSaved = (definition: SentDefinition) => JSON.parse(JSON.stringify(definition)) as SavedDefinition;

/** What the list remembers for the person on every device, and how it goes on remembering (decision 042). */
export function useDesk(): DeskMemory {
  const client = useQueryClient();
  const desk = useQuery(deskQuery);
  const views = useQuery(viewsQuery);

  const remember = useCallback(
    (view: SavedView | undefined, state: ListState, look: Look) => {
      const definition = writeDefinition(state, look);
      if (view === undefined) {
        const { search: _, ...lastQuery } = definition.query;
        // One refusal would refuse both: where the query is too much to keep, the look is kept all the same.
        const change = { look: definition.look, ...(!isTooLarge(lastQuery) && { lastQuery }) };
        client.setQueryData(queryKeys.desk, (before: Desk | undefined) => ({
          defaultViewId: null,
          ...before,
          ...(JSON.parse(JSON.stringify(change)) as Partial<Desk>),
        }));
        lateWrites.put('desk', () => request('PATCH /api/v1/me/desk', { body: change, outlivesPage: true }));
        return;
      }
      const isAsSaved = isSame(definition, view.definition);
      const layer = isAsSaved ? null : asSaved(definition);
      client.setQueryData(queryKeys.views, (before: SavedView[] | undefined) =>
        before?.map((one) => (one.id === view.id ? { ...one, layer } : one)),
      );
      if (layer !== null && isTooLarge(layer)) {
        lateWrites.cancel(`layer ${view.id}`);
        notifications.show({ id: 'layer-too-large', message: t('view.tooLarge', { view: view.name }) });
        return;
      }
      const params = { id: view.id };
      lateWrites.put(`layer ${view.id}`, () =>
        isAsSaved
          ? request('DELETE /api/v1/views/:id/layer', { params, outlivesPage: true })
          : request('PUT /api/v1/views/:id/layer', { params, body: definition, outlivesPage: true }),
      );
    },
    [client],
  );

  return useMemo(() => {
    const viewOf = (viewId: string) => views.data?.find((one) => one.id === viewId);
    const stateOf = (view: SavedView) => readDefinition(view.layer ?? view.definition).state;
    const { defaultViewId = null, lastQuery = null, look = null } = desk.data ?? {};
    const usual = defaultViewId === null ? undefined : viewOf(defaultViewId);
    const last = lastQuery ? readQuery(lastQuery, look?.limit) : defaultListState;
    return {
      isKnown: !desk.isPending && !views.isPending,
      viewOf,
      first: usual
        ? { viewId: usual.id, state: stateOf(usual) }
        : { viewId: null, state: { ...last, tab: defaultListState.tab } },
      stateOf,
      lookOf: (view) => readLook(view ? (view.layer ?? view.definition).look : look),
      remember,
    };
  }, [desk.data, desk.isPending, views.data, views.isPending, remember]);
}
