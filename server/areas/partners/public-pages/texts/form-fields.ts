import type { ContactForm } from '../../../../../contract/intake/intake.ts';

/** The fields that the customer fills in, in the order of the page. */
export const formFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'title',
  'country',
  'message',
  'contactDirectly',
  'consent',
] as const satisfies readonly Exclude<keyof ContactForm, 'formKey'>[];

export type FormField = (typeof formFields)[number];
