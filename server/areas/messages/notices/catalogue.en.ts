/** What is said about who hears of a lead. */
export const english = {
  noColleague: 'There is no one with this id in your organization.',
} as const;
