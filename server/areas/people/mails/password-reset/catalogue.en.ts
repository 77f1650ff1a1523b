/** The email with a link for a new password. */
export const english = {
  subject: 'Choose a new password',
  heading: 'Choose a new password',
  requested: 'Somebody, we hope you, requested a new password for this address.',
  linkLife:
    'The link works once, within {life}. If it wasn’t you, ignore this email: your password stays the same.',
  choose: 'Choose a new password',
} as const;
