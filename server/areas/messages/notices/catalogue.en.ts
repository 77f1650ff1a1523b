/** What is said about who hears of a lead. */
export const english = {
  noColleague: 'There is nobody with this id in your organization.',
} as const;
