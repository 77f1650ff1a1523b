/** Errors about who is told of a lead. */
export const english = {
  noColleague: 'There is no one with this id in your organization.',
} as const;
