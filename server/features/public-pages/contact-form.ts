import type { z } from 'zod';
import { type ContactForm, contactForm } from '../../../contract/intake.ts';

/** What the customer fills in, by the label of each field, in the order of the page. */
export const fieldLabels = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  phone: 'Phone number',
  company: 'Company',
  title: 'Job title',
  country: 'Country',
  message: 'Message',
  contactDirectly: 'Direct contact',
  consent: 'Your consent',
} as const satisfies Record<Exclude<keyof ContactForm, 'formKey'>, string>;

export type FormField = keyof typeof fieldLabels;
const formFields = Object.keys(fieldLabels) as FormField[];

/** What proves that a form was rendered here, when, and that its sender has worked for it (IN-7). */
export interface FormSeal {
  readonly token: string;
  /** The challenge of the proof of work, as JSON. */
  readonly challenge: string;
}

/** A form that is ready to be shown. */
export interface SealedForm extends FormState {
  readonly seal: FormSeal;
}

/** What a form page shows: the values as typed, and one sentence for each field that is wrong. */
export interface FormState {
  readonly formKey: string;
  readonly values: Readonly<Record<FormField, string>>;
  readonly errors: Readonly<Partial<Record<FormField, string>>>;
  /** The form is too old, or came without its key: nothing the customer typed is wrong, and sending it again helps. */
  readonly outdated: boolean;
}

export type ReadForm =
  | { readonly form: ContactForm; readonly state?: undefined }
  | { readonly form?: undefined; readonly state: FormState };

const missing: Partial<Record<FormField, string>> = {
  firstName: 'Enter your first name.',
  lastName: 'Enter your last name.',
  email: 'Enter your e-mail address.',
  country: 'Choose your country.',
  consent: 'Tick this box: without your consent, your request cannot be passed on.',
};

/** A form that nobody filled in yet. */
export function emptyForm(formKey: string): FormState {
  return { formKey, values: valuesOf({}), errors: {}, outdated: false };
}

/** The form with everything that was typed, to be sent once more because its time is over. */
export function outdatedForm(body: unknown, newKey: string): FormState {
  return { formKey: newKey, values: valuesOf(fieldsOf(body)), errors: {}, outdated: true };
}

/** Reads the fields of the protection; what is missing, or is no text, is empty. */
export function readSeal(body: unknown): { trap: string; token: string; proof: string } {
  const sent = fieldsOf(body);
  const textOf = (value: unknown) => {
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : '';
  };
  return { trap: textOf(sent.homepage), token: textOf(sent.formToken), proof: textOf(sent.proof) };
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/**
 * Reads what a browser sent. Fields that are not ours are passed over: a customer could not mend them.
 * @param newKey the key of the next page, in case that this form came without a good one
 */
export function readForm(body: unknown, newKey: string): ReadForm {
  const sent = fieldsOf(body);
  const values = valuesOf(sent);
  const parsed = contactForm.safeParse({
    ...values,
    consent: values.consent || undefined,
    contactDirectly: values.contactDirectly || undefined,
    formKey: sent.formKey,
  });
  if (parsed.success) return { form: parsed.data };
  const errors = sentencesOf(parsed.error, values);
  const badKey = parsed.error.issues.some((issue) => issue.path[0] === 'formKey');
  const formKey = badKey || typeof sent.formKey !== 'string' ? newKey : sent.formKey;
  return { state: { formKey, values, errors, outdated: badKey && Object.keys(errors).length === 0 } };
}

function valuesOf(sent: Record<string, unknown>): Record<FormField, string> {
  return Object.fromEntries(formFields.map((field) => [field, fieldValue(field, sent[field])])) as Record<
    FormField,
    string
  >;
}

/** Browsers send line ends as CR LF, and none in fields of one line; a field sent twice counts once. */
function fieldValue(field: FormField, sent: unknown): string {
  const value = Array.isArray(sent) ? sent[0] : sent;
  if (typeof value !== 'string') return '';
  if (field === 'consent' || field === 'contactDirectly') return value === 'on' ? 'on' : '';
  return field === 'message' ? value.replace(/\r\n?/g, '\n') : value.replace(/[\r\n]+/g, ' ');
}

function sentencesOf(error: z.ZodError, values: Record<FormField, string>): FormState['errors'] {
  const found = formFields.flatMap((field) => {
    const issue = error.issues.find(({ path }) => path[0] === field);
    if (!issue) return [];
    const isMissing = values[field].trim() === '' || field === 'country';
    return [[field, (isMissing && missing[field]) || `${fieldLabels[field]} ${issue.message}.`] as const];
  });
  return Object.fromEntries(found);
}
