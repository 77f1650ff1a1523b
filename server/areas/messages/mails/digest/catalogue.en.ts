/** The email about the further leads of a busy day. */
export const english = {
  subject: '{count, plural, one {1 more lead} other {{shown} more leads}}',
  heading: '{count, plural, one {1 more lead is} other {{shown} more leads are}} waiting',
  busyDay: 'It was a busy day, so these leads come in one email.',
} as const;
