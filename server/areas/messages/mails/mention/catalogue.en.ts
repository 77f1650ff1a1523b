/** The email to someone whom a colleague mentioned in an activity. */
export const english = {
  subject: '{colleague} mentioned you: {customer}',
  heading: '{colleague} mentioned you in an activity about a lead',
  read: 'Open the lead to read what was written and to answer.',
  /** What the settings say about it. */
  category: {
    title: 'Mentions',
    explanation: 'When someone mentions you in an activity about a lead.',
  },
} as const;
