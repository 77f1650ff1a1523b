/** Errors about working calendars and absences. */
export const english = {
  none: 'Your organization has no working calendar.',
  absence: {
    none: 'They have no absence.',
    nobody: 'Nobody in your organization has this id.',
    over: 'lies in the past',
  },
} as const;
