/** Errors about working calendars. */
export const english = {
  none: 'Your organization has no working calendar.',
} as const;
