import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { mostEscalationHours } from '../../../../contract/leads/lists.ts';
import type { Holder, SharingRules } from '../../../../contract/leads/sharing.ts';
import { StackedForm } from '../../../ui/content/index.ts';
import {
  announce,
  DraftBanner,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { Buttons, Panel } from '../../../ui/index.ts';
import { SettingsConflict, useRevision } from '../../../ui/sections/settings-conflict.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { toChanges, toEscalation } from './sharing-data.ts';
import { useRules } from './use-rules.ts';

const fieldOf = matchField([], { 'escalation.personId': 'personId', 'escalation.afterHours': 'hours' });

const fill = ({ escalation }: SharingRules) => ({
  personId: escalation?.person.id ?? '',
  hours: escalation ? String(escalation.afterHours) : '8',
});

/** Who is told when nobody answers a lead in time (WT-3). */
export function EscalationPanel({ rules, people }: { rules: SharingRules; people: readonly Holder[] }) {
  const { save } = useRules();
  const base = useRevision(rules);
  // Rules that were saved beside it are no conflict: only another choice here is.
  if (rules.revision !== base.settings.revision && isSame(rules, base.settings)) base.accept(rules);
  const form = useForm({
    initialValues: fill(rules),
    validate: { hours: (hours, { personId }) => (personId === '' ? null : findHoursProblem(hours)) },
  });
  const draft = useDraft(form, { form: 'sharing-escalation' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  function show(changed: SharingRules) {
    form.setInitialValues(fill(changed));
    form.reset();
    draft.renew();
  }
  const submit = form.onSubmit(
    ({ personId, hours }) =>
      submission.run(async () => {
        const escalation = personId === '' ? null : { personId, afterHours: Number(hours) };
        show(await base.change((revision) => save(toChanges(base.settings), escalation, revision)));
        announce(t('escalation.saved'));
      }),
    submission.focusFirstError,
  );
  const kept = toEscalation(rules);
  const choices = people
    .filter(({ overseesLeads, id }) => overseesLeads || id === kept?.personId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel title={t('escalation.title')}>
      <StackedForm ref={submission.formRef} onSubmit={submit}>
        <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
        <DraftBanner draft={draft} />
        <p className="ll-note">{t('escalation.hint')}</p>
        <Select
          label={t('escalation.person')}
          description={t('escalation.personHint')}
          data={choices}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('escalation.nobody') }}
          placeholder={t('escalation.nobody')}
          {...form.getInputProps('personId')}
          value={form.values.personId || null}
          onChange={(value) => form.setFieldValue('personId', value ?? '')}
        />
        {form.values.personId !== '' && (
          <TextInput
            label={t('escalation.hours')}
            inputMode="numeric"
            maxLength={6}
            {...form.getInputProps('hours')}
          />
        )}
        <Failures sentences={submission.failures} />
        <SettingsConflict base={base} onTake={show} />
        <Buttons>
          <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
            {shared('action.save')}
          </Button>
        </Buttons>
      </StackedForm>
    </Panel>
  );
}

function isSame(left: SharingRules, right: SharingRules): boolean {
  const [one, other] = [toEscalation(left), toEscalation(right)];
  return one?.personId === other?.personId && one?.afterHours === other?.afterHours;
}

function findHoursProblem(typed: string): string | null {
  const hours = Number(typed);
  const isRight =
    typed.trim() !== '' && Number.isInteger(hours) && hours >= 1 && hours <= mostEscalationHours;
  return isRight ? null : t('escalation.noNumber', { most: String(mostEscalationHours) });
}
