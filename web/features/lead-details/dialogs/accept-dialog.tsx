import { Button, Collapse, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Lead } from '../../../../contract/leads.ts';
import { useMe } from '../../../api/queries.ts';
import { customerLabel, useLocale } from '../../../ui/index.ts';
import {
  DealValueField,
  EmployeesField,
  NotesField,
  ReferenceFields,
  TeamField,
  TimeFrameField,
} from '../deal-fields.tsx';
import {
  checkDealForm,
  type DealForm,
  dealFormFields,
  fillForm,
  isBlankRow,
  readForm,
  renamedDealFields,
} from '../deal-form.ts';
import { readDeal } from '../deal-values.ts';
import { FormDialog, matchField, useSubmission } from '../forms/index.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { useLeadAction } from './use-lead-action.ts';

const fieldOf = matchField(dealFormFields, renamedDealFields);

/** A name that says which deal this is: customer and offer. */
function suggestDealName(lead: Lead): string {
  const parts = [customerLabel(lead), lead.offer?.title ?? lead.location?.name];
  return parts.filter(Boolean).join(' – ').slice(0, 200);
}

/** LC-2: asks for the deal that the lead becomes. */
export function AcceptDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { locale } = useLocale();
  const me = useMe().person;
  const action = useLeadAction(lead);
  const form = useForm<DealForm>({
    initialValues: {
      ...fillForm(readDeal(lead), lead.country, locale),
      dealName: suggestDealName(lead),
      estimatedPurchaseDate: lead.estimatedPurchaseDate ?? '',
      teamMemberIds: [me.id],
    },
    validate: (values) => checkDealForm(values, locale),
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, onConflict: action.onConflict });

  const submit = form.onSubmit((values) => {
    form.setFieldValue(
      'employees',
      values.employees.filter((row) => !isBlankRow(row)),
    );
    return submission.run(async () => {
      await action.perform(
        'acceptance',
        readForm(values, locale),
        'Accepted. The lead is now a deal of your team.',
      );
      onClose();
    });
  }, submission.focusFirstError);

  return (
    <FormDialog
      title="Accept lead"
      submitLabel="Accept lead"
      size="42rem"
      submission={submission}
      dirty={form.isDirty()}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenNotice sentence={action.overtaken} />
      <TextInput
        label="Deal name"
        withAsterisk
        aria-required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('dealName')}
      />
      <DealValueField form={form} />
      <TimeFrameField form={form} />
      <TeamField form={form} team={[]} />
      <NotesField form={form} />
      <More open={hasMoreErrors(form.errors)}>
        <ReferenceFields form={form} />
        <EmployeesField form={form} />
      </More>
    </FormDialog>
  );
}

function hasMoreErrors(errors: Record<string, unknown>): boolean {
  return Object.keys(errors).some(
    (name) => name === 'crmId' || name === 'campaignId' || name.startsWith('employees'),
  );
}

/** The part that most people leave alone; opens by itself when something in it is wrong. */
function More({ open, children }: { open: boolean; children: React.ReactNode }) {
  const [chosen, setChosen] = useState(false);
  const shown = chosen || open;
  const Chevron = shown ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={shown}
        leftSection={<Chevron size={16} aria-hidden />}
        onClick={() => setChosen(!shown)}
      >
        More: CRM id, campaign, employees
      </Button>
      <Collapse expanded={shown} transitionDuration={0}>
        <div style={{ display: 'grid', gap: '0.875rem', paddingTop: '0.625rem' }}>{children}</div>
      </Collapse>
    </div>
  );
}
