import { useQueryClient } from '@tanstack/react-query';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { announce, announceFailure, announceWithUndo } from '../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { workingCalendarKey } from './working-calendar.ts';

/** Refuses to overwrite what others have changed since that revision. */
function basedOn(revision: string): Record<string, string> {
  return { 'if-match': `"${revision}"` };
}

/** Saves and deletes the working calendar; deleting can be undone. */
export function useCalendarChanges() {
  const client = useQueryClient();

  async function put(body: WorkingCalendar, revision: string): Promise<WorkingCalendarAnswer> {
    const headers = basedOn(revision);
    const answer = await request('PUT /api/v1/working-calendar', { body, headers });
    await adoptAnswer(client, workingCalendarKey, answer);
    // Leads show when to respond by.
    await client.invalidateQueries({ queryKey: queryKeys.leads });
    return answer;
  }

  async function putBack(calendar: WorkingCalendar): Promise<void> {
    try {
      await put(calendar, 'none');
      announce(t('calendar.restored'));
    } catch (error) {
      announceFailure(t('calendar.notRestored'), error);
    }
  }

  return {
    /** @throws ApiError for the form to show */
    save: async (calendar: WorkingCalendar, revision: string): Promise<WorkingCalendarAnswer> => {
      const answer = await put(calendar, revision);
      announce(t('calendar.saved'));
      return answer;
    },
    /** @throws ApiError that has already been announced */
    remove: async (calendar: WorkingCalendar, revision: string): Promise<void> => {
      try {
        await request('DELETE /api/v1/working-calendar', { headers: basedOn(revision) });
        announceWithUndo(t('calendar.removed'), () => void putBack(calendar));
      } catch (error) {
        announceFailure(t('calendar.notRemoved'), error);
        throw error;
      } finally {
        await client.invalidateQueries({ queryKey: workingCalendarKey });
        await client.invalidateQueries({ queryKey: queryKeys.leads });
      }
    },
  };
}
