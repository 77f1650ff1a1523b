import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { AbsenceDays } from '../../../contract/working-time/absences.ts';
import { request } from '../../api/client.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../ui/forms/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { outdateAbsences } from './absence-data.ts';
import { t } from './catalogue.ts';

const fieldOf = matchField(['from', 'until']);

interface AbsenceDialogProps {
  person: { id: string; name: string };
  /** Whether it is the signed-in person. */
  own: boolean;
  absence: AbsenceDays | null;
  today: string;
  onClose: () => void;
}

/** Says from when until when somebody is away (WT-2). */
export function AbsenceDialog({ person, own, absence, today, onClose }: AbsenceDialogProps) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { from: absence?.from ?? today, until: absence?.until ?? '' },
    validate: (values) => findAbsenceProblems(values, today),
  });
  const draft = useDraft(form, { form: 'absence', subject: person.id });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    (body) =>
      submission.run(async () => {
        await request('PUT /api/v1/absences/:personId', { params: { personId: person.id }, body });
        await outdateAbsences(client);
        announce(t('absence.saved'));
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={own ? t('absence.ownTitle') : t('absence.title', { name: person.name })}
      submitLabel={shared('action.save')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="ll-note">{t('absence.hint')}</p>
      <TextInput
        type="date"
        label={t('absence.from')}
        withAsterisk
        aria-required
        data-autofocus
        {...form.getInputProps('from')}
      />
      <TextInput
        type="date"
        label={t('absence.until')}
        description={t('absence.untilHint')}
        withAsterisk
        aria-required
        min={form.values.from}
        {...form.getInputProps('until')}
      />
    </FormDialog>
  );
}

/** Problems by form field; empty when the absence can be saved. */
export function findAbsenceProblems(
  { from, until }: AbsenceDays,
  today: string,
): Partial<Record<keyof AbsenceDays, string>> {
  if (from === '') return { from: t('absence.missing') };
  if (until === '') return { until: t('absence.missing') };
  if (until < from) return { until: t('absence.backwards') };
  return until < today ? { until: t('absence.over') } : {};
}
