/** Errors about who is told of a lead. */
export const english = {
  noColleague: 'There is no one with this ID in your organization.',
} as const;
