import { useQueryClient } from '@tanstack/react-query';
import { unsharedParameters } from '../../../../contract/leads/lists.ts';
import type { Desk, SavedView, SentDefinition } from '../../../../contract/leads/views.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { writeDefinition } from '../../../lead-query/definitions.ts';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
// Not through the index: the list loads without forms.
import { announce, announceFailure } from '../../../ui/forms/announce.ts';
import { announceWithUndo } from '../../../ui/forms/undo.tsx';
import { t } from './catalogue.ts';
import { useViewCache } from './use-view-cache.ts';

/** Whether a definition has what a shared view is saved without. */
const namesSomeone = ({ query }: SentDefinition) =>
  unsharedParameters.some((name) => query[name] !== undefined);

const named = (view: SavedView) => ({ params: { id: view.id } });

/** What a person can do with the definition of a view; each says what happened, and failures are announced. */
export function useViewActions({ state, look }: Pick<ListControl, 'state' | 'look'>) {
  const { attempt, add, adopt, drop, refresh } = useViewCache();
  return {
    /** Makes the list as it is the view, for everyone who sees it. */
    save: async (view: SavedView) => {
      const body = { definition: writeDefinition(state, look) };
      const headers = { 'if-match': `"${view.version}"` };
      if (await attempt(view, () => request('PATCH /api/v1/views/:id', { ...named(view), body, headers })))
        announce(view.shared && namesSomeone(body.definition) ? t('told.savedShared') : t('told.saved'));
    },
    /** Forgets the person's own version of the view. @param show opens the view again */
    reset: async (view: SavedView, show: () => void) => {
      const body = writeDefinition(state, look);
      if (!(await attempt(view, () => request('DELETE /api/v1/views/:id/layer', named(view))))) return;
      show();
      announceWithUndo(t('told.reset'), () => {
        void attempt(view, () => request('PUT /api/v1/views/:id/layer', { ...named(view), body })).then(
          (isBack) => isBack && show(),
        );
      });
    },
    /** Deletes a view for everyone. @returns false when that failed */
    remove: async (view: SavedView): Promise<boolean> => {
      lateWrites.cancel(`layer ${view.id}`);
      try {
        const headers = { 'if-match': `"${view.version}"` };
        await request('DELETE /api/v1/views/:id', { ...named(view), headers });
        drop(view);
        announce(t('told.removed'));
        return true;
      } catch (error) {
        announceFailure(t('told.failed'), error);
        refresh();
        return false;
      }
    },
    /** Takes a view that was saved just now into the list of views. */
    adoptNew: (view: SavedView) => {
      add(view);
      announce(t('told.created', { name: view.name }));
    },
    adopt,
  };
}

/** What a person can do with a view for themselves alone. */
export function useViewHabits() {
  const client = useQueryClient();
  const { attempt } = useViewCache();
  return {
    follow: async (view: SavedView, wanted: boolean) => {
      const done = await attempt(view, () =>
        wanted
          ? request('PUT /api/v1/views/:id/subscription', named(view))
          : request('DELETE /api/v1/views/:id/subscription', named(view)),
      );
      if (done) announce(wanted ? t('told.followed') : t('told.unfollowed'));
    },
    /** Has the list open with a view; null: with what the person had last. */
    openFirst: async (view: SavedView | null) => {
      try {
        const desk = await request('PATCH /api/v1/me/desk', { body: { defaultViewId: view?.id ?? null } });
        client.setQueryData(queryKeys.desk, (before: Desk | undefined) => ({
          ...desk,
          ...before,
          defaultViewId: desk.defaultViewId,
        }));
        announce(view ? t('told.opensFirst', { name: view.name }) : t('told.opensNoLonger'));
      } catch (error) {
        announceFailure(t('told.failed'), error);
      }
    },
  };
}
