import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { declineReasons, errorReasons, lostReasons } from '../../../../contract/enums.ts';
import type { Lead } from '../../../../contract/leads.ts';
import { words } from '../../../../contract/words.ts';
import { useLocale } from '../../../ui/index.ts';
import { MoneyField } from '../deal-fields.tsx';
import { fillForm } from '../deal-form.ts';
import { blankToNull, readDeal } from '../deal-values.ts';
import { FormDialog, matchField, useSubmission } from '../forms/index.ts';
import { readLeadId } from '../lead-id.ts';
import { explainAmount, parseAmount } from '../money-text.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { useLeadAction } from './use-lead-action.ts';

interface DialogProps {
  lead: Lead;
  onClose: () => void;
}

interface ReasonForm {
  reason: string;
  notes: string;
  duplicateOf: string;
}

interface ReasonDialogProps extends DialogProps {
  title: string;
  submitLabel: string;
  explanation: ReactNode;
  reasons: { value: string; label: string }[];
  path: string;
  done: string;
  /** True when the reason "Other" says nothing without a note. */
  otherNeedsNotes?: boolean;
  toBody: (values: ReasonForm) => unknown;
  askDuplicate?: boolean;
  /** Filled in already: the lead that this one is a duplicate of. */
  duplicateOf?: string | undefined;
}

const listReasons = <Reason extends string>(reasons: readonly Reason[], labels: Record<Reason, string>) =>
  reasons.map((value) => ({ value, label: labels[value] }));

function checkReason(values: ReasonForm, otherNeedsNotes: boolean): Record<string, string> {
  const errors: Record<string, string> = {};
  if (values.reason === '') errors.reason = 'Choose a reason';
  if (otherNeedsNotes && values.reason === 'Other' && values.notes.trim() === '') {
    errors.notes = 'Say what the other reason is';
  }
  if (values.duplicateOf.trim() !== '' && readLeadId(values.duplicateOf) === null) {
    errors.duplicateOf = 'This is neither the id of a lead nor a link to one';
  }
  return errors;
}

/** Asks why, with room for a note. */
function ReasonDialog(props: ReasonDialogProps) {
  const action = useLeadAction(props.lead);
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
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, onConflict: action.onConflict });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        await action.perform(props.path, props.toBody(values), props.done);
        props.onClose();
      }),
    submission.focusFirstError,
  );
  const needsNotes = otherNeedsNotes && form.values.reason === 'Other';
  return (
    <FormDialog
      title={props.title}
      submitLabel={props.submitLabel}
      submitColor="red"
      submission={submission}
      dirty={form.isDirty()}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <OvertakenNotice sentence={action.overtaken} />
      <p style={{ margin: 0 }}>{props.explanation}</p>
      <Select
        label="Reason"
        placeholder="Choose a reason"
        withAsterisk
        aria-required
        data-autofocus
        allowDeselect={false}
        data={props.reasons}
        {...form.getInputProps('reason')}
        value={form.values.reason || null}
      />
      {props.askDuplicate && form.values.reason === 'Duplicate' && (
        <TextInput
          label="The other lead"
          description="Its id or a link to it, if you know it."
          autoComplete="off"
          {...form.getInputProps('duplicateOf')}
        />
      )}
      <Textarea
        label="Notes"
        autosize
        minRows={3}
        maxRows={8}
        maxLength={5000}
        withAsterisk={needsNotes}
        aria-required={needsNotes}
        {...form.getInputProps('notes')}
      />
    </FormDialog>
  );
}

/** LC-3. */
export function DeclineDialog({ lead, onClose }: DialogProps) {
  return (
    <ReasonDialog
      lead={lead}
      onClose={onClose}
      title="Decline lead"
      submitLabel="Decline lead"
      path="decline"
      done="Declined. The lead is archived."
      otherNeedsNotes
      reasons={listReasons(declineReasons, words.declineReason)}
      explanation={
        <>
          A declined lead is <strong>archived and cannot be reopened</strong>.
        </>
      }
      toBody={(values) => ({ reason: values.reason, notes: blankToNull(values.notes) })}
    />
  );
}

/** LC-6. */
export function LostDialog({ lead, onClose }: DialogProps) {
  return (
    <ReasonDialog
      lead={lead}
      onClose={onClose}
      title="Close as lost"
      submitLabel="Close as lost"
      path="outcome"
      done="Closed as lost."
      reasons={listReasons(lostReasons, words.lostReason)}
      explanation="The lead is archived as lost. Afterwards it can no longer be changed."
      toBody={(values) => ({ outcome: 'Lost', reason: values.reason, notes: blankToNull(values.notes) })}
    />
  );
}

/** LC-7. */
export function ErrorClosureDialog({
  lead,
  duplicateOf,
  onClose,
}: DialogProps & { duplicateOf?: string | undefined }) {
  return (
    <ReasonDialog
      lead={lead}
      onClose={onClose}
      title="Close as error"
      submitLabel="Close as error"
      path="error-closure"
      done="Closed as error."
      askDuplicate
      duplicateOf={duplicateOf}
      reasons={listReasons(errorReasons, words.errorReason)}
      explanation="For leads that should never have come. The lead is archived, counts in no figures, and cannot be reopened."
      toBody={(values) => ({
        reason: values.reason,
        notes: blankToNull(values.notes),
        duplicateOfLeadId: values.reason === 'Duplicate' ? readLeadId(values.duplicateOf) : null,
      })}
    />
  );
}

interface WonForm {
  amount: string;
  currency: string;
  notes: string;
}

/** LC-6: won, with what the deal was worth in the end. */
export function WonDialog({ lead, onClose }: DialogProps) {
  const { locale } = useLocale();
  const action = useLeadAction(lead);
  const { amount, currency } = fillForm(readDeal(lead), lead.country, locale);
  const form = useForm<WonForm>({
    initialValues: { amount, currency, notes: '' },
    validate: (values) => {
      const parsed = parseAmount(values.amount, values.currency, locale);
      return 'problem' in parsed ? { amount: explainAmount(parsed.problem, values.currency, locale) } : {};
    },
  });
  const fieldOf = matchField(['notes'], { 'finalValue.currency': 'currency', finalValue: 'amount' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, onConflict: action.onConflict });
  const submit = form.onSubmit((values) => {
    const parsed = parseAmount(values.amount, values.currency, locale);
    if ('problem' in parsed) return;
    const finalValue = { amountMinor: parsed.amountMinor, currency: values.currency };
    return submission.run(async () => {
      const body = { outcome: 'Won', finalValue, notes: blankToNull(values.notes) };
      await action.perform('outcome', body, 'Won. Congratulations!');
      onClose();
    });
  }, submission.focusFirstError);
  return (
    <FormDialog
      title="Close as won"
      submitLabel="Close as won"
      submission={submission}
      dirty={form.isDirty()}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenNotice sentence={action.overtaken} />
      <p style={{ margin: 0 }}>The lead is archived as won. Afterwards it can no longer be changed.</p>
      <MoneyField
        label="Final value"
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
        label="Notes"
        autosize
        minRows={3}
        maxRows={8}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </FormDialog>
  );
}
