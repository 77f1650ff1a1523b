/** The email to the old address of an account. */
export const english = {
  subject: 'Your email address was changed',
  heading: 'Your email address was changed',
  usesNow: 'Your Leadlight account now uses {address}. Nothing is sent to this address anymore.',
  notYou: 'If it wasn’t you, tell an Account admin of your organization at once.',
  open: 'Open Leadlight',
} as const;
