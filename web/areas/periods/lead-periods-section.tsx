import { Button, Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperatorPolicyAnswer, OperatorPolicyChange } from '../../../contract/organizations/partners.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { Loaded, RowsSkeleton, StackedForm } from '../../ui/content/index.ts';
import {
  announce,
  announceFailure,
  announceWithUndo,
  DraftBanner,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { Buttons, Panel, useLocale } from '../../ui/index.ts';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import {
  changePolicy,
  fillPolicyForm,
  findPeriodProblem,
  type PolicyField,
  type PolicyForm,
  policyFields,
  policyQuery,
  readPolicyChange,
  wordHours,
} from './lead-periods.ts';

const fieldOf = matchField(policyFields);
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** How long leads wait, stay hot and are kept, and when emails become a digest (LC-10). */
export function LeadPeriodsSection() {
  const policy = useQuery(policyQuery);
  return (
    <Panel title={shared('section.lead-periods')}>
      <Loaded query={policy} loading={<RowsSkeleton rows={policyFields.length} />}>
        {(kept) => <PeriodsForm policy={kept} />}
      </Loaded>
    </Panel>
  );
}

function PeriodsForm({ policy }: { policy: OperatorPolicyAnswer }) {
  const client = useQueryClient();
  const { locale } = useLocale();
  const base = useRevision(policy);
  const form = useForm<PolicyForm>({
    initialValues: fillPolicyForm(policy),
    validate: Object.fromEntries(
      policyFields.map((name) => [name, (value: string) => findPeriodProblem(name, value, locale)]),
    ),
  });
  const draft = useDraft(form, { form: 'lead-periods' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });

  function show(changed: OperatorPolicyAnswer) {
    void adoptAnswer(client, policyQuery.queryKey, changed);
    form.setInitialValues(fillPolicyForm(changed));
    form.reset();
    draft.renew();
  }

  async function putBack(before: OperatorPolicyChange, revision: string) {
    try {
      const changed = await changePolicy(before, revision);
      base.accept(changed);
      show(changed);
      announce(t('undone'));
    } catch (error) {
      announceFailure(t('notUndone'), error);
    }
  }

  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        // Compare with what the form began with, not with a later refetch: only that shows what was typed.
        const began = base.settings;
        const change = readPolicyChange(values, began, locale);
        const names = Object.keys(change) as PolicyField[];
        if (names.length === 0) return show(began);
        const before = Object.fromEntries(names.map((name) => [name, began[name]]));
        const changed = await base.change((revision) => changePolicy(change, revision));
        show(changed);
        announceWithUndo(t('saved'), () => void putBack(before, changed.revision));
      }),
    submission.focusFirstError,
  );
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit}>
      <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
      <DraftBanner draft={draft} />
      <p className="ll-note">{t('hint')}</p>
      <PeriodFields form={form} />
      <Failures sentences={submission.failures} />
      <SettingsConflict base={base} onTake={show} />
      <Buttons>
        <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
          {shared('action.save')}
        </Button>
      </Buttons>
    </StackedForm>
  );
}

function PeriodFields({ form }: { form: UseFormReturnType<PolicyForm> }) {
  const { locale } = useLocale();
  const number = (name: PolicyField) => ({ inputMode: 'numeric' as const, ...form.getInputProps(name) });
  return (
    <>
      <TextInput
        label={t('expiryHours')}
        description={wordHours('expiryHours', form.values.expiryHours, locale)}
        {...number('expiryHours')}
      />
      <TextInput
        label={t('hotHours')}
        description={wordHours('hotHours', form.values.hotHours, locale)}
        {...number('hotHours')}
      />
      <TextInput
        label={t('informationalMonths')}
        description={t('informationalMonthsHint')}
        {...number('informationalMonths')}
      />
      <TextInput label={t('mailsPerDay')} description={t('mailsPerDayHint')} {...number('mailsPerDay')} />
      <Select
        label={t('digestHour')}
        description={t('digestHourHint')}
        data={hoursOfDay}
        allowDeselect={false}
        {...form.getInputProps('digestHour')}
      />
    </>
  );
}
