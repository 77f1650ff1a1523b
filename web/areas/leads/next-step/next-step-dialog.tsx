import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { resolveDay } from '../../../../contract/leads/relative-days.ts';
import { words } from '../../../../contract/words.ts';
import { completeYear } from '../../../ui/days.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { browserZone, customerLabel, useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { useLeadCache } from '../lead/lead-data.ts';
import { readCurrent } from '../lead/refusals.ts';
import { t } from './catalogue.ts';
import { findStepProblems, stepOf, stepValues } from './step-form.ts';
import { type StepOrder, saveNextStep } from './use-next-step.ts';

const fieldOf = matchField(['what', 'day', 'time'], {
  'nextStep.what': 'what',
  'nextStep.day': 'day',
  'nextStep.at': 'time',
});

/** Days that are often chosen, from today. */
const quickDays = [
  ['today', 'today'],
  ['tomorrow', 'today+1'],
  ['inDays', 'today+3'],
  ['nextWeek', 'today+7'],
] as const;

interface Props {
  /** The lead as it was when the dialog opened. */
  lead: Lead;
  onSaved: (after: Lead, order: StepOrder) => void;
  onClose: () => void;
}

/** Asks what happens next with the lead, and when. */
export function NextStepDialog({ lead, onSaved, onClose }: Props) {
  const { timeZone = browserZone() } = useLocale();
  const cache = useLeadCache();
  const form = useForm({
    initialValues: stepValues(lead.nextStep, timeZone),
    validate: findStepProblems,
  });
  const draft = useDraft(form, { form: 'next-step', subject: lead.id });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict(problem) {
      const current = readCurrent(problem);
      if (current) cache.adopt(current);
      return false;
    },
  });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const order = { lead, to: stepOf(values, timeZone) };
        const after = await saveNextStep({ ...order, to: { ...order.to, at: order.to.at ?? null } });
        onSaved(after, { lead, to: after.nextStep });
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={words.field.nextStep}
      about={customerLabel(lead)}
      submitLabel={shared('action.save')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      size="28rem"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('what')}
        placeholder={t('whatPlaceholder')}
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('what')}
      />
      <QuickDays
        day={form.values.day}
        onChoose={(day) => {
          form.setFieldValue('day', day);
          form.clearFieldError('day');
        }}
      />
      <TextInput
        type="date"
        label={t('day')}
        withAsterisk
        aria-required
        max="9999-12-31"
        {...form.getInputProps('day')}
        onBlur={() => form.setFieldValue('day', completeYear(form.values.day))}
      />
      <TextInput type="time" label={t('time')} description={t('timeHint')} {...form.getInputProps('time')} />
    </FormDialog>
  );
}

function QuickDays({ day: chosen, onChoose }: { day: string; onChoose: (day: string) => void }) {
  const today = useToday();
  return (
    <fieldset className="ll-choices">
      <legend className="ll-visually-hidden">{t('quick')}</legend>
      {quickDays.map(([name, word]) => {
        const day = resolveDay(word, today);
        return (
          <Button
            key={name}
            size="compact-sm"
            variant={chosen === day ? 'light' : 'default'}
            aria-pressed={chosen === day}
            onClick={() => onChoose(day)}
          >
            {t(name)}
          </Button>
        );
      })}
    </fieldset>
  );
}
