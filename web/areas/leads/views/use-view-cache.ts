import { useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '../../../../contract/leads/views.ts';
import { queryKeys } from '../../../api/queries.ts';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import { announceFailure } from '../../../ui/forms/announce.ts';
import { t } from './catalogue.ts';

/** The views as this page knows them, and requests that change one. */
export function useViewCache() {
  const client = useQueryClient();
  const update = (change: (before: SavedView[]) => SavedView[]) =>
    client.setQueryData(queryKeys.views, (before: SavedView[] | undefined) => change(before ?? []));
  const adopt = (view: SavedView) =>
    update((before) => before.map((one) => (one.id === view.id ? view : one)));
  return {
    adopt,
    add: (view: SavedView) => {
      update((before) => [...before, view]);
      void client.invalidateQueries({ queryKey: queryKeys.views });
    },
    /** Asks for the views again: this page does not know them as they are. */
    refresh: () => void client.invalidateQueries({ queryKey: queryKeys.views }),
    drop: (view: SavedView) => {
      update((before) => before.filter((one) => one.id !== view.id));
      void client.invalidateQueries({ queryKey: queryKeys.desk });
    },
    /** Sends a change of one view. A layer that is about to be written would come after it, and undo it. */
    attempt: async (view: SavedView, change: () => Promise<SavedView>): Promise<boolean> => {
      lateWrites.cancel(`layer ${view.id}`);
      try {
        adopt(await change());
        return true;
      } catch (error) {
        announceFailure(t('told.failed'), error);
        void client.invalidateQueries({ queryKey: queryKeys.views });
        return false;
      }
    },
  };
}
