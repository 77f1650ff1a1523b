/** The email about the further leads of a busy day, and those of quiet hours. */
export const english = {
  subject: '{count, plural, one {1 more lead} other {{shown} more leads}}',
  heading: '{count, plural, one {1 more lead is} other {{shown} more leads are}} waiting',
  busyDay: 'These leads came on a busy day or in your quiet hours, so they come in one email.',
} as const;
