import { Button, Collapse, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { cutText } from '../../../../../contract/cut.ts';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import type { ClientProblem } from '../../../../api/client.ts';
import { useMe } from '../../../../api/queries.ts';
import {
  FormDialog,
  type FormPlace,
  matchField,
  useDraft,
  useSubmission,
} from '../../../../ui/forms/index.ts';
import { customerLabel, useLocale } from '../../../../ui/index.ts';
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
  readForm,
  renamedDealFields,
} from '../deal-form/deal-form.ts';
import { TeamField } from '../deal-form/team-field.tsx';
import { type DealValues, readDeal } from '../deal-values.ts';
import { readCurrent } from '../refusals.ts';
import { t } from './catalogue.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { OvertakenBanner } from './overtaken-banner.tsx';
import { useConflict } from './use-conflict.ts';
import { useLeadAction } from './use-lead-action.ts';
import { useSaveDeal } from './use-save-deal.ts';

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
  const start: DealValues = {
    ...readDeal(lead),
    dealName: suggestDealName(lead),
    estimatedPurchaseDate: lead.estimatedPurchaseDate ?? null,
    teamMemberIds: [me.id],
  };
  const form = useForm<DealForm>({
    initialValues: fillForm(start, lead.country, locale),
    validate: (values) => checkDealForm(values, locale, today),
  });
  const draft = useDraft(form, { form: 'accept', subject: lead.id });
  const conflict = useConflict(lead, start, form, locale);
  const deal = useSaveDeal(lead, conflict, locale, onClose);
  const taken = conflict.problem !== null;
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict: (problem) =>
      isOpenDeal(problem) || taken ? conflict.take(problem) : action.onConflict(problem),
    onArrived: (error, attempt) => (taken ? deal.onArrived(error.problem) : action.onArrived(error, attempt)),
  });

  const submit = form.onSubmit((values) => {
    form.setFieldValue(
      'employees',
      values.employees.filter((row) => !isBlankRow(row)),
    );
    if (taken) return deal.save(values, submission, draft);
    const order = readOrder(values, locale);
    const done = t('accept.done', { customer: customerLabel(lead) });
    return order && submission.run(() => action.perform({ ...order, done }), { body: order });
  }, submission.focusFirstError);

  return (
    <FormDialog
      title={taken ? shared('action.editDeal') : t('accept.title')}
      submitLabel={taken ? shared('action.save') : t('accept.submit')}
      size={place === 'side' ? undefined : '42rem'}
      place={place}
      about={customerLabel(lead)}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      readOnly={action.overtaken !== null || (conflict.problem?.closed ?? null) !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenBanner sentence={action.overtaken} />
      <ConflictPanel conflict={conflict} />
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

/** Whether someone else accepted the lead, and this person may still work on the deal. */
const isOpenDeal = (problem: ClientProblem) => readCurrent(problem)?.allowedActions.includes('edit') ?? false;

function readOrder(values: DealForm, locale: string | undefined) {
  const deal = readForm(values, locale);
  const { estimatedValue, estimatedPurchaseDate } = deal;
  if (estimatedValue === null || estimatedPurchaseDate === null) return undefined;
  return { path: 'acceptance', body: { ...deal, estimatedValue, estimatedPurchaseDate } } as const;
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
        leftSection={<Chevron size={16} className={shown ? undefined : 'll-mirrored'} aria-hidden />}
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
