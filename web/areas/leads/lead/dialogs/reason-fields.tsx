import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { KeyboardEvent } from 'react';
import { words } from '../../../../../contract/words.ts';
import { readLeadId } from '../lead-id.ts';
import { t } from './catalogue.ts';

/** A reason, a note, and for duplicates the other lead, as typed. */
export interface ReasonForm {
  reason: string;
  notes: string;
  duplicateOf: string;
}

/** The reasons of a list, with their labels. */
export const listReasons = <Reason extends string>(
  reasons: readonly Reason[],
  labels: Record<Reason, string>,
) => reasons.map((value) => ({ value, label: labels[value] }));

/** What is missing or unreadable, by form field. */
export function checkReason(values: ReasonForm, otherNeedsNotes: boolean): Record<string, string> {
  const errors: Record<string, string> = {};
  if (values.reason === '') errors.reason = t('closing.reasonMissing');
  if (otherNeedsNotes && values.reason === 'Other' && values.notes.trim() === '') {
    errors.notes = t('closing.otherNeedsNotes');
  }
  if (values.duplicateOf.trim() !== '' && readLeadId(values.duplicateOf) === null) {
    errors.duplicateOf = t('closing.otherLeadInvalid');
  }
  return errors;
}

/** In a closed list, Enter sends the form once a reason is chosen, as in every other field; the arrows open the list. */
function submitOnEnter(event: KeyboardEvent<HTMLInputElement>) {
  const { currentTarget: field } = event;
  const isOpen = field.getAttribute('aria-expanded') === 'true';
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || isOpen || field.value === '') return;
  event.preventDefault();
  event.stopPropagation();
  field.form?.requestSubmit();
}

interface Props {
  form: UseFormReturnType<ReasonForm>;
  reasons: { value: string; label: string }[];
  /** True when the reason "Other" needs a note. */
  otherNeedsNotes: boolean;
  askDuplicate: boolean;
}

/** The choice of a reason, with room for a note. */
export function ReasonFields({ form, reasons, otherNeedsNotes, askDuplicate }: Props) {
  const needsNotes = otherNeedsNotes && form.values.reason === 'Other';
  return (
    <>
      <Select
        label={words.field.reason}
        placeholder={t('closing.reasonPlaceholder')}
        withAsterisk
        aria-required
        data-autofocus
        allowDeselect={false}
        maxDropdownHeight={400}
        data={reasons}
        {...form.getInputProps('reason')}
        value={form.values.reason || null}
        onKeyDownCapture={submitOnEnter}
      />
      {askDuplicate && form.values.reason === 'Duplicate' && (
        <TextInput
          label={t('closing.otherLead')}
          description={t('closing.otherLeadHint')}
          autoComplete="off"
          {...form.getInputProps('duplicateOf')}
        />
      )}
      <Textarea
        label={words.field.notes}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={5000}
        withAsterisk={needsNotes}
        aria-required={needsNotes}
        {...form.getInputProps('notes')}
      />
    </>
  );
}
