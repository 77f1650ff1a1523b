import { Button, Collapse, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { cutText } from '../../../../../contract/cut.ts';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import { useMe } from '../../../../api/queries.ts';
import {
  FormDialog,
  type FormPlace,
  matchField,
  useDraft,
  useSubmission,
} from '../../../../ui/forms/index.ts';
import { customerLabel, useLocale } from '../../../../ui/index.ts';
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
import { readDeal } from '../deal-values.ts';
import { t } from './catalogue.ts';
import { OvertakenBanner } from './overtaken-banner.tsx';
import { useLeadAction } from './use-lead-action.ts';

const fieldOf = matchField(dealFormFields, renamedDealFields);

/** A name that identifies the deal: customer and offer. */
function suggestDealName(lead: Lead): string {
  const parts = [customerLabel(lead), lead.offer?.title ?? lead.location?.name];
  return cutText(parts.filter(Boolean).join(' – '), 200);
}

/** What the dialogs take with which a lead is answered. */
export interface AnswerDialogProps {
  lead: Lead;
  place?: FormPlace | undefined;
  onClose: () => void;
  /** Called instead of `onClose` once the lead was answered. */
  onAnswered?: (() => void) | undefined;
}

/** LC-2: asks for the details of the deal that the lead becomes. */
export function AcceptDialog({ lead, place, onClose, onAnswered = onClose }: AnswerDialogProps) {
  const { locale } = useLocale();
  const today = useToday();
  const me = useMe().person;
  const action = useLeadAction(lead, onAnswered);
  const form = useForm<DealForm>({
    initialValues: {
      ...fillForm(readDeal(lead), lead.country, locale),
      dealName: suggestDealName(lead),
      estimatedPurchaseDate: lead.estimatedPurchaseDate ?? '',
      teamMemberIds: [me.id],
    },
    validate: (values) => checkDealForm(values, locale, today),
  });
  const draft = useDraft(form, { form: 'accept', subject: lead.id });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft, ...action });

  const submit = form.onSubmit((values) => {
    form.setFieldValue(
      'employees',
      values.employees.filter((row) => !isBlankRow(row)),
    );
    const deal = readForm(values, locale);
    if (deal.estimatedValue === null || deal.estimatedPurchaseDate === null) return;
    const { estimatedValue, estimatedPurchaseDate } = deal;
    const body = { ...deal, estimatedValue, estimatedPurchaseDate };
    const order = { path: 'acceptance', body } as const;
    const done = t('accept.done', { customer: customerLabel(lead) });
    return submission.run(() => action.perform({ ...order, done }), { body: order });
  }, submission.focusFirstError);

  return (
    <FormDialog
      title={t('accept.title')}
      submitLabel={t('accept.submit')}
      size={place === 'side' ? undefined : '42rem'}
      place={place}
      about={customerLabel(lead)}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenBanner sentence={action.overtaken} />
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

/** The part that most people skip; opens by itself when it contains an error. */
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
        {t('accept.more')}
      </Button>
      <Collapse expanded={shown} transitionDuration={0}>
        <div style={{ display: 'grid', gap: '0.875rem', paddingTop: '0.625rem' }}>{children}</div>
      </Collapse>
    </div>
  );
}
