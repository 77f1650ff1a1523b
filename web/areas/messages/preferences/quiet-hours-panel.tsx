import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { MailPreferences, QuietHours } from '../../../../contract/messages/action-center.ts';
import { adoptAnswer } from '../../../api/adopt-answer.ts';
import { request } from '../../../api/client.ts';
import { StackedForm } from '../../../ui/content/index.ts';
import {
  announceFailure,
  announceWithUndo,
  Failures,
  matchField,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { Buttons, Panel, wordZone } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './notifications-section.module.css';
import { preferencesQuery } from './preferences-data.ts';

const usual = { from: '20:00', until: '07:00' };
const fieldOf = matchField([], { 'quietHours.night.from': 'from', 'quietHours.night.until': 'until' });

interface QuietForm {
  nights: boolean;
  from: string;
  until: string;
  weekends: boolean;
  exceptHot: boolean;
}

const fill = (hours: QuietHours | null): QuietForm => ({
  nights: (hours?.night ?? null) !== null,
  ...(hours?.night ?? usual),
  weekends: hours?.weekends ?? false,
  exceptHot: hours?.exceptHot ?? true,
});

/** The quiet hours that the form says; null: none. */
function read({ nights, from, until, weekends, exceptHot }: QuietForm): QuietHours | null {
  return nights || weekends ? { night: nights ? { from, until } : null, weekends, exceptHot } : null;
}

/** When someone wants no emails about single leads (NT-6). */
export function QuietHoursPanel({ preferences }: { preferences: MailPreferences }) {
  const { quietHours, timeZone } = preferences;
  const client = useQueryClient();
  const form = useForm<QuietForm>({
    initialValues: fill(quietHours),
    validate: {
      from: (from, { nights }) => (nights && from === '' ? t('quiet.timeMissing') : null),
      until: (until, { nights, from }) => findUntilProblem(until, nights, from),
    },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  async function save(hours: QuietHours | null) {
    const answer = await request('PATCH /api/v1/me/mail-preferences', { body: { quietHours: hours } });
    await adoptAnswer(client, preferencesQuery.queryKey, answer);
    form.setInitialValues(fill(answer.quietHours));
    form.reset();
  }
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        await save(read(values));
        announceWithUndo(t('quiet.saved'), () => {
          save(quietHours).catch((error: unknown) => announceFailure(shared('changeFailed'), error));
        });
      }),
    submission.focusFirstError,
  );
  const { nights, weekends } = form.values;
  return (
    <Panel title={t('quiet.title')}>
      <StackedForm ref={submission.formRef} onSubmit={submit}>
        <p className="ll-note">{t('quiet.hint', { zone: wordZone(timeZone) })}</p>
        <Checkbox label={t('quiet.nights')} {...form.getInputProps('nights', { type: 'checkbox' })} />
        {nights && (
          <div className={classes.times}>
            <TextInput type="time" label={t('quiet.from')} {...form.getInputProps('from')} />
            <TextInput type="time" label={t('quiet.until')} {...form.getInputProps('until')} />
          </div>
        )}
        <Checkbox label={t('quiet.weekends')} {...form.getInputProps('weekends', { type: 'checkbox' })} />
        {(nights || weekends) && (
          <Checkbox label={t('quiet.exceptHot')} {...form.getInputProps('exceptHot', { type: 'checkbox' })} />
        )}
        <Failures sentences={submission.failures} />
        <Buttons>
          <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
            {shared('action.save')}
          </Button>
        </Buttons>
      </StackedForm>
    </Panel>
  );
}

function findUntilProblem(until: string, nights: boolean, from: string): string | null {
  if (!nights) return null;
  if (until === '') return t('quiet.timeMissing');
  return until === from ? t('quiet.sameTime') : null;
}
