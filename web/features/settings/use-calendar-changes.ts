import { useQueryClient } from '@tanstack/react-query';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/calendar.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { announce, announceFailure, announceWithUndo } from '../lead-details/index.ts';
import { workingCalendarAddress, workingCalendarKey } from './working-calendar.ts';

/** Saving and deleting the working calendar; deleting has a way back. */
export function useCalendarChanges() {
  const client = useQueryClient();

  async function put(body: WorkingCalendar): Promise<void> {
    const answer = await request<WorkingCalendarAnswer>('PUT', workingCalendarAddress, { body });
    client.setQueryData(workingCalendarKey, answer);
    // Leads show by when to respond.
    await client.invalidateQueries({ queryKey: queryKeys.leads });
  }

  async function putBack(calendar: WorkingCalendar): Promise<void> {
    try {
      await put(calendar);
      announce('The working calendar is back.');
    } catch (error) {
      announceFailure('The working calendar was not brought back', error);
    }
  }

  return {
    /** @throws ApiError for the form to show */
    save: async (calendar: WorkingCalendar): Promise<void> => {
      await put(calendar);
      announce('The working calendar is saved.');
    },
    remove: async (calendar: WorkingCalendar): Promise<void> => {
      try {
        await request<void>('DELETE', workingCalendarAddress);
        announceWithUndo(
          'The working calendar is deleted: every hour counts again.',
          () => void putBack(calendar),
        );
      } catch (error) {
        announceFailure('The working calendar was not deleted', error);
      }
      await client.invalidateQueries({ queryKey: workingCalendarKey });
      await client.invalidateQueries({ queryKey: queryKeys.leads });
    },
  };
}
