import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cutText } from '../../../../contract/cut.ts';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { request } from '../../../api/client.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { refreshActivities } from '../activities/index.ts';
import { t } from './catalogue.ts';

interface Reply {
  subject: string;
  text: string;
  how: 'opened' | 'copied';
}

const mostCharacters = 5000;

/** Notes a reply as an email, with Undo. Whether it was sent, only the email program knows. */
export function useNoteReply(leadId: string) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ id }: Activity) =>
      request('DELETE /api/v1/leads/:id/activities/:activityId', {
        params: { id: leadId, activityId: id },
      }),
    onError: (error) => announceFailure(t('noteFailed'), error),
    onSettled: () => refreshActivities(client, leadId),
  });
  return useMutation({
    mutationFn: ({ subject, text }: Reply) =>
      request('POST /api/v1/leads/:id/activities', {
        params: { id: leadId },
        body: {
          kind: 'email',
          outcome: 'sent',
          text: cutText([subject, text].filter((part) => part.trim() !== '').join('\n\n'), mostCharacters),
        },
      }),
    onSuccess: (activity, { how }) => announceWithUndo(t(how), () => remove.mutate(activity)),
    onError: (error) => announceFailure(t('noteFailed'), error),
    onSettled: () => refreshActivities(client, leadId),
  });
}
