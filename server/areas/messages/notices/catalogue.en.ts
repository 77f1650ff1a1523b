/** Errors about who is notified of a lead. */
export const english = {
  noColleague: 'There is no one with this id in your organization.',
} as const;
