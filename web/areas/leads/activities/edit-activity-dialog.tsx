import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { request } from '../../../api/client.ts';
import { Banner } from '../../../ui/banner.tsx';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { browserZone, readNow, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { useRefreshActivities } from './activities-data.ts';
import { ActivityFields } from './activity-fields.tsx';
import { bodyOf, findProblems, valuesOf } from './activity-form.ts';
import { t } from './catalogue.ts';
import { toWritten } from './mention-text.ts';

const fieldOf = matchField(['kind', 'text', 'outcome', 'at'], { at: 'when' });

interface Props {
  leadId: string;
  activity: Activity;
  onClose: () => void;
}

/** Changes an activity of one's own. If it was changed meanwhile, in another window, both texts are there. */
export function EditActivityDialog({ leadId, activity, onClose }: Props) {
  const { timeZone = browserZone() } = useLocale();
  const refresh = useRefreshActivities(leadId);
  const [version, setVersion] = useState(activity.version);
  const [conflict, setConflict] = useState<Activity>();
  const form = useForm({
    initialValues: valuesOf(activity, timeZone),
    validate: (values) => findProblems(values, { timeZone, now: readNow() }),
  });
  const draft = useDraft(form, { form: 'edit-activity', subject: activity.id });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict: ({ code, current }) => {
      if (code !== 'activity-changed') return false;
      // The answer to this code carries the activity.
      const now = current as Activity;
      setConflict(now);
      setVersion(now.version);
      refresh();
      return true;
    },
  });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        await request('PATCH /api/v1/leads/:id/activities/:activityId', {
          params: { id: leadId, activityId: activity.id },
          headers: { 'if-match': `"${version}"` },
          body: bodyOf(values, timeZone),
        });
        refresh();
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t('edit', { kind: activity.kind })}
      submitLabel={shared('action.save')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      {conflict && <Conflict now={conflict} />}
      <ActivityFields leadId={leadId} form={form} autoFocus onSave={() => submit()} />
    </FormDialog>
  );
}

function Conflict({ now }: { now: Activity }) {
  const { text } = toWritten(now.text, now.mentions);
  return (
    <Banner tone="attention" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t('conflict.title')}>
      {text === '' ? t('conflict.nowEmpty') : t('conflict.now', { text })} {t('conflict.hint')}
    </Banner>
  );
}
