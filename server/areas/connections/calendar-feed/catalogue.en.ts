/** Errors about calendar links. */
export const english = {
  noCalendar: 'There is no calendar at this address. Create a new link in Leadlight’s settings.',
  guessing:
    'Too many requests for calendar links that don’t exist. Wait, or create a new link in Leadlight’s settings.',
  noLink: 'You have no calendar link here, or it has already been revoked.',
} as const;
