import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import { request } from '../../../../api/client.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../../../ui/forms/index.ts';
import { useLocale } from '../../../../ui/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import {
  DealValueField,
  EmployeesField,
  NotesField,
  ReferenceFields,
  TimeFrameField,
  useToday,
} from '../deal-form/deal-fields.tsx';
import {
  checkDealForm,
  type DealForm,
  dealFormFields,
  fillForm,
  isBlankRow,
  readForm,
  renamedDealFields,
} from '../deal-form/deal-form.ts';
import { TeamField } from '../deal-form/team-field.tsx';
import { readDeal, toChange } from '../deal-values.ts';
import { useLeadCache } from '../lead-data.ts';
import { t } from './catalogue.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { useConflict } from './use-conflict.ts';

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
  const cache = useLeadCache();
  const form = useForm<DealForm>({
    initialValues: startValues(lead, part, locale),
    validate: (values) => checkDealForm(values, locale, today),
  });
  const draft = useDraft(form, { form: `edit-${part}`, subject: lead.id });
  const conflict = useConflict(lead, form, locale, onClose);
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict: conflict.take,
    onArrived: ({ problem }) => conflict.isSaved(problem) && finish(t('edit.arrived')),
  });
  const { base } = conflict;

  function finish(words: string): true {
    announce(words);
    onClose();
    return true;
  }

  const submit = form.onSubmit((values) => {
    const change = toChange(readDeal(base), readForm(values, locale));
    if (Object.keys(change).length === 0) {
      draft.clear();
      return onClose();
    }
    form.setFieldValue(
      'employees',
      values.employees.filter((row) => !isBlankRow(row)),
    );
    return submission.run(
      async () => {
        const headers = { 'if-match': `"${base.version}"` };
        const params = { id: lead.id };
        cache.adopt(await request('PATCH /api/v1/leads/:id', { params, body: change, headers }));
        finish(t('edit.done'));
      },
      { body: change },
    );
  }, submission.focusFirstError);

  return (
    <FormDialog
      title={part === 'deal' ? shared('action.editDeal') : shared('action.editPeople')}
      submitLabel={shared('action.save')}
      size="42rem"
      submission={submission}
      dirty={form.isDirty() || conflict.problem !== null}
      draft={draft}
      readOnly={conflict.problem !== null}
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
