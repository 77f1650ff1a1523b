import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import {
  type DeclineReason,
  declineReasons,
  type ErrorReason,
  errorReasons,
  type LostReason,
  lostReasons,
} from '../../../../../contract/leads/lists.ts';
import { words } from '../../../../../contract/words.ts';
import {
  FormDialog,
  type FormPlace,
  matchField,
  useDraft,
  useSubmission,
} from '../../../../ui/forms/index.ts';
import { customerLabel, useLocale } from '../../../../ui/index.ts';
import { strong } from '../../../../ui/rich-text.tsx';
import { shared } from '../../../../ui/words/catalogue.ts';
import { MoneyField } from '../deal-form/deal-fields.tsx';
import { fillForm } from '../deal-form/deal-form.ts';
import { explainAmount, parseAmount } from '../deal-form/money-text.ts';
import { blankToNull, readDeal } from '../deal-values.ts';
import { readLeadId } from '../lead-id.ts';
import type { SentAction } from '../own-success.ts';
import type { AnswerDialogProps } from './accept-dialog.tsx';
import { t } from './catalogue.ts';
import { CustomerNewsNote } from './customer-news.tsx';
import { OvertakenBanner } from './overtaken-banner.tsx';
import { checkReason, listReasons, ReasonFields, type ReasonForm } from './reason-fields.tsx';
import { SpamNote, spamReason } from './spam-note.tsx';
import { useLeadAction } from './use-lead-action.ts';

interface DialogProps {
  lead: Lead;
  onClose: () => void;
}

interface ReasonDialogProps extends DialogProps {
  title: string;
  submitLabel: string;
  explanation: ReactNode;
  /** What else will happen, below the explanation; it may depend on the reason. */
  consequence?: (reason: string) => ReactNode;
  reasons: { value: string; label: string }[];
  /** The name under which the draft is kept. */
  form: string;
  done: string;
  /** True when the reason "Other" needs a note. */
  otherNeedsNotes?: boolean;
  toOrder: (values: ReasonForm) => SentAction;
  askDuplicate?: boolean;
  /** Prefilled: the lead that this one duplicates. */
  duplicateOf?: string | undefined;
  place?: FormPlace | undefined;
  /** Called instead of `onClose` once it is done. */
  onDone?: (() => void) | undefined;
}

/** Asks for a reason, with room for a note. */
function ReasonDialog(props: ReasonDialogProps) {
  const action = useLeadAction(props.lead, props.onDone ?? props.onClose);
  const otherNeedsNotes = props.otherNeedsNotes ?? false;
  const form = useForm<ReasonForm>({
    initialValues: {
      reason: props.duplicateOf === undefined ? '' : 'Duplicate',
      notes: '',
      duplicateOf: props.duplicateOf ?? '',
    },
    validate: (values) => checkReason(values, otherNeedsNotes),
  });
  const fieldOf = matchField(['reason', 'notes'], { duplicateOfLeadId: 'duplicateOf' });
  const draft = useDraft(form, { form: props.form, subject: props.lead.id });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft, ...action });
  const submit = form.onSubmit((values) => {
    const sent = props.toOrder(values);
    return submission.run(() => action.perform({ ...sent, done: props.done }), { body: sent });
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={props.title}
      place={props.place}
      about={customerLabel(props.lead)}
      submitLabel={props.submitLabel}
      submitColor="red"
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <OvertakenBanner sentence={action.overtaken} />
      <p style={{ margin: 0 }}>{props.explanation}</p>
      {props.consequence?.(form.values.reason)}
      <ReasonFields
        form={form}
        reasons={props.reasons}
        otherNeedsNotes={otherNeedsNotes}
        askDuplicate={props.askDuplicate ?? false}
      />
    </FormDialog>
  );
}

/** LC-3: declines the lead with a reason, and says what the customer will be told. */
export function DeclineDialog({ lead, place, onClose, onAnswered }: AnswerDialogProps) {
  return (
    <ReasonDialog
      lead={lead}
      place={place}
      onClose={onClose}
      onDone={onAnswered}
      title={t('decline.title')}
      submitLabel={t('decline.submit')}
      form="decline"
      done={t('decline.done', { customer: customerLabel(lead) })}
      otherNeedsNotes
      reasons={listReasons(declineReasons, words.declineReason)}
      consequence={(reason) => (reason === spamReason ? <SpamNote /> : <CustomerNewsNote leadId={lead.id} />)}
      explanation={t.rich('decline.explanation', { b: strong })}
      toOrder={(values) => ({
        path: 'decline',
        body: { reason: values.reason as DeclineReason, notes: blankToNull(values.notes) },
      })}
    />
  );
}

/** LC-6: closes the deal as lost, with a reason. */
export function LostDialog({ lead, onClose }: DialogProps) {
  return (
    <ReasonDialog
      lead={lead}
      onClose={onClose}
      title={t('lost.title')}
      submitLabel={t('lost.submit')}
      form="lost"
      done={t('lost.done')}
      reasons={listReasons(lostReasons, words.lostReason)}
      explanation={t('lost.explanation')}
      toOrder={(values) => ({
        path: 'outcome',
        body: { outcome: 'Lost', reason: values.reason as LostReason, notes: blankToNull(values.notes) },
      })}
    />
  );
}

/** LC-7: closes the lead as an error, with a reason. */
export function ErrorClosureDialog({
  lead,
  duplicateOf,
  onClose,
}: DialogProps & { duplicateOf?: string | undefined }) {
  return (
    <ReasonDialog
      lead={lead}
      onClose={onClose}
      title={shared('action.closeAsError')}
      submitLabel={shared('action.closeAsError')}
      form="close-as-error"
      done={t('closeAsError.done')}
      askDuplicate
      duplicateOf={duplicateOf}
      reasons={listReasons(errorReasons, words.errorReason)}
      explanation={t('closeAsError.explanation')}
      toOrder={(values) => ({
        path: 'error-closure',
        body: {
          reason: values.reason as ErrorReason,
          notes: blankToNull(values.notes),
          duplicateOfLeadId: values.reason === 'Duplicate' ? readLeadId(values.duplicateOf) : null,
        },
      })}
    />
  );
}

interface WonForm {
  amount: string;
  currency: string;
  notes: string;
}

/** LC-6: closes the deal as won, with its final value. */
export function WonDialog({ lead, onClose }: DialogProps) {
  const { locale } = useLocale();
  const action = useLeadAction(lead, onClose);
  const { amount, currency } = fillForm(readDeal(lead), lead.country, locale);
  const form = useForm<WonForm>({
    initialValues: { amount, currency, notes: '' },
    validate: (values) => {
      const parsed = parseAmount(values.amount, values.currency, locale);
      return 'problem' in parsed ? { amount: explainAmount(parsed.problem, values.currency, locale) } : {};
    },
  });
  const fieldOf = matchField(['notes'], { 'finalValue.currency': 'currency', finalValue: 'amount' });
  const draft = useDraft(form, { form: 'won', subject: lead.id });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft, ...action });
  const submit = form.onSubmit((values) => {
    const parsed = parseAmount(values.amount, values.currency, locale);
    if ('problem' in parsed) return;
    const finalValue = { amountMinor: parsed.amountMinor, currency: values.currency };
    const body = { outcome: 'Won', finalValue, notes: blankToNull(values.notes) } as const;
    const sent = { path: 'outcome', body } as const;
    return submission.run(() => action.perform({ ...sent, done: t('won.done') }), { body: sent });
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t('won.title')}
      submitLabel={t('won.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenBanner sentence={action.overtaken} />
      <p style={{ margin: 0 }}>{t('won.explanation')}</p>
      <MoneyField
        label={words.field.finalValue}
        amount={{
          value: form.values.amount,
          error: form.errors.amount,
          onChange: (value) => form.setFieldValue('amount', value),
        }}
        currency={{
          value: form.values.currency,
          error: form.errors.currency,
          onChange: (value) => form.setFieldValue('currency', value),
        }}
      />
      <Textarea
        label={words.field.notes}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </FormDialog>
  );
}
