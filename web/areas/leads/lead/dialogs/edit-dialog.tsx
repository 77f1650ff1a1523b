import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../../ui/forms/index.ts';
import { useLocale } from '../../../../ui/index.ts';
import { useToday } from '../../../../ui/use-today.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import {
  DealValueField,
  EmployeesField,
  NotesField,
  ReferenceFields,
  TimeFrameField,
} from '../deal-form/deal-fields.tsx';
import {
  checkDealForm,
  type DealForm,
  dealFormFields,
  fillForm,
  isBlankRow,
  renamedDealFields,
} from '../deal-form/deal-form.ts';
import { TeamField } from '../deal-form/team-field.tsx';
import { readDeal } from '../deal-values.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { useConflict } from './use-conflict.ts';
import { useSaveDeal } from './use-save-deal.ts';

const fieldOf = matchField(dealFormFields, renamedDealFields);

export type EditPart = 'deal' | 'people';

interface EditDialogProps {
  lead: Lead;
  part: EditPart;
  onClose: () => void;
}

/** LC-6: changes the deal or its people; sends only what changed, based on the version that was shown. */
export function EditDialog({ lead, part, onClose }: EditDialogProps) {
  const { locale } = useLocale();
  const today = useToday();
  const form = useForm<DealForm>({
    initialValues: startValues(lead, part, locale),
    validate: (values) => checkDealForm(values, locale, today),
  });
  const draft = useDraft(form, { form: `edit-${part}`, subject: lead.id });
  const conflict = useConflict(lead, readDeal(lead), form, locale);
  const deal = useSaveDeal(lead, conflict, locale, onClose);
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict: conflict.take,
    onArrived: ({ problem }) => deal.onArrived(problem),
  });

  const submit = form.onSubmit((values) => {
    form.setFieldValue(
      'employees',
      values.employees.filter((row) => !isBlankRow(row)),
    );
    return deal.save(values, submission, draft);
  }, submission.focusFirstError);

  return (
    <FormDialog
      title={part === 'deal' ? shared('action.editDeal') : shared('action.editPeople')}
      submitLabel={shared('action.save')}
      size="42rem"
      submission={submission}
      dirty={form.isDirty() || conflict.problem !== null}
      draft={draft}
      readOnly={conflict.problem !== null && conflict.problem.closed !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {conflict.problem && <ConflictPanel conflict={conflict} />}
      {part === 'deal' ? (
        <>
          <TextInput
            label={words.field.dealName}
            withAsterisk
            aria-required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('dealName')}
          />
          <DealValueField form={form} />
          <TimeFrameField form={form} />
          <NotesField form={form} />
          <ReferenceFields form={form} />
        </>
      ) : (
        <>
          <TeamField form={form} team={lead.team} />
          <EmployeesField form={form} />
        </>
      )}
    </FormDialog>
  );
}

/** The people part starts with an empty row when there is none yet, which saves a click. */
function startValues(lead: Lead, part: EditPart, locale: string | undefined): DealForm {
  const values = fillForm(readDeal(lead), lead.country, locale);
  if (part === 'people' && values.employees.length === 0) {
    return { ...values, employees: [{ name: '', email: '', phone: '' }] };
  }
  return values;
}
