import type { z } from 'zod';
import { type ContactForm, contactForm } from '../../../../contract/intake/intake.ts';
import { maxNameCharacters, maxNoteCharacters } from '../../../../contract/text.ts';
import { contactProblem } from './form-contact.rules.ts';
import { type FormTexts, formTexts } from './texts/catalogue.ts';
import { type FormField, formFields } from './texts/form-fields.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** Proof that a form was rendered here, and when, and that its sender has done the work for it (IN-7). */
export interface FormSeal {
  readonly token: string;
  /** The challenge of the proof of work, as JSON. */
  readonly challenge: string;
}

/** A form that is ready to be shown. */
export interface SealedForm extends FormState {
  readonly seal: FormSeal;
}

/** What a form page shows: the values as typed, and one sentence for each wrong field. */
export interface FormState {
  readonly formKey: string;
  readonly values: Readonly<Record<FormField, string>>;
  readonly errors: Readonly<Partial<Record<FormField, string>>>;
  /** The form has expired, or came without its key: nothing the customer typed is wrong, and sending it again helps. */
  readonly outdated: boolean;
  /** The address that the customer is asked about; if they send it unchanged, it is accepted. */
  readonly askedEmail: string;
}

export type ReadForm =
  | { readonly form: ContactForm; readonly state?: undefined }
  | { readonly form?: undefined; readonly state: FormState };

/** An empty form. */
export function emptyForm(formKey: string): FormState {
  return { formKey, values: valuesOf({}), errors: {}, outdated: false, askedEmail: '' };
}

/** The form with everything that was typed, to be sent again because it has expired. */
export function outdatedForm(body: unknown, newKey: string): FormState {
  const sent = fieldsOf(body);
  const askedEmail = firstText(sent.askedEmail);
  return { formKey: newKey, values: valuesOf(sent), errors: {}, outdated: true, askedEmail };
}

/** Reads the fields of the protection; missing fields and those that are not text become empty. */
export function readSeal(body: unknown): { trap: string; token: string; proof: string } {
  const sent = fieldsOf(body);
  return {
    trap: firstText(sent.homepage),
    token: firstText(sent.formToken),
    proof: firstText(sent.proof),
  };
}

function firstText(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** The page of the form, and when it was sent. */
export interface FormSetting {
  readonly language: PageLanguage;
  /** The key for the next page, in case this form came without a valid one. */
  readonly newKey: string;
  readonly now: Date;
}

/** Reads what a browser sent. Ignores fields that are not ours: a customer could not correct them. */
export function readForm(body: unknown, { language, newKey, now }: FormSetting): ReadForm {
  const t = formTexts[language];
  const sent = fieldsOf(body);
  const values = valuesOf(sent);
  const parsed = contactForm.safeParse({
    ...values,
    consent: values.consent || undefined,
    contactDirectly: values.contactDirectly || undefined,
    formKey: sent.formKey,
  });
  const asked = askAboutContact(values, firstText(sent.askedEmail), t, now);
  const errors = inOrder({
    ...asked.errors,
    ...nameError(values, t),
    ...(parsed.error && sentencesOf(parsed.error, values, t)),
  });
  if (parsed.success && Object.keys(errors).length === 0) return { form: parsed.data };
  const badKey = parsed.error?.issues.some((issue) => issue.path[0] === 'formKey') ?? false;
  const formKey = badKey || typeof sent.formKey !== 'string' ? newKey : sent.formKey;
  const outdated = badKey && Object.keys(errors).length === 0;
  return { state: { formKey, values, errors, outdated, askedEmail: asked.askedEmail } };
}

/** People with a single name may write it into either field. */
function nameError({ firstName, lastName }: FormState['values'], t: FormTexts): FormState['errors'] {
  return firstName.trim() === '' && lastName.trim() === '' ? { firstName: t('missing.firstName') } : {};
}

/** The sentence at the address or the number that says why we could not answer the customer, or asks about a slip. */
function askAboutContact(
  values: FormState['values'],
  confirmedEmail: string,
  t: FormTexts,
  now: Date,
): { errors: FormState['errors']; askedEmail: string } {
  const email = values.email.trim();
  const problem = contactProblem({
    email: email || null,
    phone: values.phone.trim() || null,
    country: values.country.trim().toUpperCase(),
    confirmedEmail,
    now,
  });
  switch (problem?.kind) {
    case undefined:
      return { errors: {}, askedEmail: confirmedEmail };
    case 'no-way-to-answer':
      return { errors: { email: t('missing.email') }, askedEmail: '' };
    case 'unusable-phone':
      return { errors: { phone: t('unusablePhone') }, askedEmail: '' };
    case 'did-you-mean':
      return {
        errors: { email: t('didYouMean', { suggestion: problem.suggestion, typed: email }) },
        askedEmail: email,
      };
    case 'unusable-email': {
      const meant = problem.suggestion === null ? '' : ` ${t('meant', { suggestion: problem.suggestion })}`;
      return { errors: { email: t('unusableEmail') + meant }, askedEmail: '' };
    }
  }
}

function inOrder(errors: FormState['errors']): FormState['errors'] {
  return Object.fromEntries(formFields.flatMap((field) => (errors[field] ? [[field, errors[field]]] : [])));
}

function valuesOf(sent: Record<string, unknown>): Record<FormField, string> {
  return Object.fromEntries(formFields.map((field) => [field, fieldValue(field, sent[field])])) as Record<
    FormField,
    string
  >;
}

/** Browsers send line ends as CR LF, and none in single-line fields; if a field is sent twice, the first counts. */
function fieldValue(field: FormField, sent: unknown): string {
  const value = Array.isArray(sent) ? sent[0] : sent;
  if (typeof value !== 'string') return '';
  if (field === 'consent' || field === 'contactDirectly') return value === 'on' ? 'on' : '';
  return field === 'message' ? value.replace(/\r\n?/g, '\n') : value.replace(/[\r\n]+/g, ' ');
}

function sentencesOf(error: z.ZodError, values: FormState['values'], t: FormTexts): FormState['errors'] {
  const sentences: Partial<Record<FormField, string>> = {};
  for (const field of formFields) {
    if (!error.issues.some(({ path }) => path[0] === field)) continue;
    sentences[field] =
      field === 'country' || field === 'consent'
        ? t(`missing.${field}`)
        : whatIsWrong(field, values[field], t);
  }
  return sentences;
}

function whatIsWrong(field: FormField, value: string, t: FormTexts): string {
  const most = field === 'message' ? maxNoteCharacters : maxNameCharacters;
  const label = t(`labels.${field}`);
  return [...value].length > most ? t('tooLong', { label, most }) : t('damaged', { label });
}
