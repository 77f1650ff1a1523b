/** The email with a link to confirm its address. */
export const english = {
  subject: 'Confirm your email address',
  heading: 'Confirm your email address',
  confirmYours: 'Confirm that this address is yours, so that your leads reach you.',
  linkLife: 'The link works once, within {life}.',
  confirm: 'Confirm the address',
} as const;
