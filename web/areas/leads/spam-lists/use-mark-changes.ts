import { useQueryClient } from '@tanstack/react-query';
import type { ContactMark } from '../../../../contract/leads/contact-checks.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { marksKey, toNewMark } from './contact-marks.ts';

const nameList = (mark: ContactMark) => words.contactMarkList[mark.list].toLowerCase();

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
    attempt(`${mark.value} was not removed`, () =>
      request('DELETE /api/v1/contact-marks/:id', { params: { id: mark.id } }),
    );

  async function putBack(mark: ContactMark) {
    const body = toNewMark(mark);
    const isBack = await attempt(`${mark.value} was not restored`, () =>
      request('POST /api/v1/contact-marks', { body }),
    );
    if (isBack) announce(`${mark.value} is on the ${nameList(mark)} again.`);
  }

  return {
    remove: async (mark: ContactMark): Promise<void> => {
      const isRemoved = await drop(mark);
      const told = `${mark.value} is removed from the ${nameList(mark)}.`;
      // What reports brought cannot be put back as such.
      if (isRemoved && mark.source === 'reports') announce(told);
      else if (isRemoved) announceWithUndo(told, () => void putBack(mark));
    },
    tellAdded: (mark: ContactMark): void => {
      void readAgain();
      announceWithUndo(`${mark.value} is on the ${nameList(mark)} now.`, () => void drop(mark));
    },
  };
}
