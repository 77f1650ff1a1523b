/** What is said about calendar links. */
export const english = {
  noCalendar: 'There is no calendar at this address. Create a new link in Leadlight’s settings.',
  guessing: 'Too many calendar links that do not exist. Wait, or create a new link in Leadlight’s settings.',
  noLink: 'You have no calendar link here, or it has already been revoked.',
} as const;
