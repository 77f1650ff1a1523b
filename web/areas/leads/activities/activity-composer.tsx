import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { request } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { withControl } from '../../../ui/control-keys.ts';
import {
  announce,
  DraftBanner,
  Failures,
  matchField,
  useDraft,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { browserZone, readNow, useLocale } from '../../../ui/index.ts';
import classes from './activities.module.css';
import { useRefreshActivities } from './activities-data.ts';
import { ActivityFields } from './activity-fields.tsx';
import { bodyOf, findProblems, noActivity, ofKind } from './activity-form.ts';
import { composerId } from './ask-for-activity.ts';
import { t } from './catalogue.ts';
import { useActivityAsked } from './use-activity-asked.ts';

const fieldOf = matchField(['kind', 'text', 'outcome', 'at'], { at: 'when' });
const saveKeys = withControl('Enter');

/** Where people write down what they did. What is typed stays on the device until it is saved or discarded. */
export function ActivityComposer({ lead }: { lead: Lead }) {
  const { timeZone = browserZone() } = useLocale();
  const refresh = useRefreshActivities(lead.id);
  const form = useForm({
    initialValues: noActivity,
    validate: (values) => findProblems(values, { timeZone, now: readNow() }),
  });
  const draft = useDraft(form, { form: 'activity', subject: lead.id });
  // The form stays: what is typed next is kept again.
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft: { ...draft, clear: draft.renew },
  });
  const keyFor = useRef(createKeyring());
  useActivityAsked(lead.id, ({ kind, text = '' }) => {
    const begun = form.getValues();
    // What someone has begun to write stays as it is.
    if (begun.text.trim() === '') form.setValues({ ...ofKind(begun, kind), text, people: [] });
  });
  const send = form.onSubmit((values) => {
    const body = bodyOf(values, timeZone);
    const key = keyFor.current(body, draft.readAttempt());
    return submission.run(
      async () => {
        await request('POST /api/v1/leads/:id/activities', {
          params: { id: lead.id },
          headers: { 'idempotency-key': key },
          body,
        });
        keyFor.current = createKeyring();
        form.reset();
        announce(t('done.added', { kind: values.kind }));
        refresh();
      },
      { body, key },
    );
  }, submission.focusFirstError);
  const { values } = form;
  const isEmpty = values.text.trim() === '' && values.kind === 'note';
  return (
    <form ref={submission.formRef} onSubmit={send} noValidate className={classes.composer}>
      <DraftBanner draft={draft} />
      <ActivityFields leadId={lead.id} form={form} textId={composerId} onSave={() => send()} />
      <Failures sentences={submission.failures} />
      <div className={classes.save}>
        <span className="ll-small" aria-hidden>
          {saveKeys.shown}
        </span>
        <Button
          type="submit"
          size="compact-sm"
          variant={isEmpty ? 'default' : 'filled'}
          loading={submission.sending}
          aria-keyshortcuts={saveKeys.aria}
        >
          {t('save', { kind: values.kind })}
        </Button>
      </div>
    </form>
  );
}
