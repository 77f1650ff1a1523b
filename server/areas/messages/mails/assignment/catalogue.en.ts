/** The email to someone to whom a colleague assigned leads. */
export const english = {
  subject: {
    one: 'Assigned to you: {customer}',
    several: '{count, plural, one {1 lead} other {{shown} leads}} assigned to you',
  },
  heading: '{colleague} assigned {count, plural, one {a lead} other {{shown} leads}} to you',
  owner: 'You’re now the owner, so it’s up to you to follow up.',
  openAll: 'Open your leads',
  /** What the settings say about it. */
  category: {
    title: 'Leads assigned to you',
    explanation: 'When someone makes you the owner of a lead.',
  },
} as const;
