/** Errors about working calendars and absences. */
export const english = {
  none: 'Your organization has no working calendar.',
  absence: {
    none: 'No absence is set for this person.',
    nobody: 'No one in your organization has this ID.',
    over: 'lies in the past',
  },
} as const;
