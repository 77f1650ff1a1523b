/** Errors about who is told of a lead. */
export const english = {
  noColleague: 'There is nobody with this id in your organization.',
} as const;
