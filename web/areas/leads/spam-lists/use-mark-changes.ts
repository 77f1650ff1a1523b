import { useQueryClient } from '@tanstack/react-query';
import type { ContactMark } from '../../../../contract/leads/contact-checks.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { marksKey, toNewMark } from './contact-marks.ts';

/** Adds to and removes from the lists, each with an undo; failures are announced. */
export function useMarkChanges() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: marksKey });

  async function attempt(failure: string, change: () => Promise<unknown>): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      announceFailure(failure, error);
      return false;
    } finally {
      await readAgain();
    }
  }

  const drop = (mark: ContactMark) =>
    attempt(t('told.notRemoved', { value: mark.value }), () =>
      request('DELETE /api/v1/contact-marks/:id', { params: { id: mark.id } }),
    );

  async function putBack(mark: ContactMark) {
    const body = toNewMark(mark);
    const isBack = await attempt(t('told.notRestored', { value: mark.value }), () =>
      request('POST /api/v1/contact-marks', { body }),
    );
    if (isBack) announce(t('told.restored', mark));
  }

  return {
    remove: async (mark: ContactMark): Promise<void> => {
      const isRemoved = await drop(mark);
      const told = t('told.removed', mark);
      // Entries that came from reports cannot be restored as such.
      if (isRemoved && mark.source === 'reports') announce(told);
      else if (isRemoved) announceWithUndo(told, () => void putBack(mark));
    },
    tellAdded: (mark: ContactMark): void => {
      void readAgain();
      announceWithUndo(t('told.added', mark), () => void drop(mark));
    },
  };
}
