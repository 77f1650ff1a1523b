import { useQueryClient } from '@tanstack/react-query';
import type { ContactMark } from '../../../../contract/leads/contact-checks.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { marksAddress, marksKey, toNewMark } from './contact-marks.ts';

/** Adding to and removing from the lists, each with a way back; what went wrong is told. */
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
      request<void>('DELETE', `${marksAddress}/${mark.id}`),
    );

  async function putBack(mark: ContactMark) {
    const body = toNewMark(mark);
    const isBack = await attempt(t('told.notRestored', { value: mark.value }), () =>
      request<ContactMark>('POST', marksAddress, { body }),
    );
    if (isBack) announce(t('told.restored', mark));
  }

  return {
    remove: async (mark: ContactMark): Promise<void> => {
      const isRemoved = await drop(mark);
      const told = t('told.removed', mark);
      // What reports brought cannot be put back as such.
      if (isRemoved && mark.source === 'reports') announce(told);
      else if (isRemoved) announceWithUndo(told, () => void putBack(mark));
    },
    tellAdded: (mark: ContactMark): void => {
      void readAgain();
      announceWithUndo(t('told.added', mark), () => void drop(mark));
    },
  };
}
