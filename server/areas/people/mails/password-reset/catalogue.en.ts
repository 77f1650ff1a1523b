/** The email with a link for a new password. */
export const english = {
  subject: 'Choose a new password',
  heading: 'Choose a new password',
  requested: 'Someone asked for a new password for this address. We hope it was you.',
  linkLife:
    'The link works once, within {life}. If it wasn’t you, ignore this email: your password stays the same.',
  choose: 'Choose a new password',
} as const;
