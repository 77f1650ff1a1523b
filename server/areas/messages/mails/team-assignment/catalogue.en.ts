/** The email to someone whom a colleague added to a lead’s team. */
export const english = {
  subject: 'You are on the team for {customer}',
  heading: '{colleague} added you to a lead’s team',
  /** What the settings say about it. */
  category: {
    title: 'Teams',
    explanation: 'When someone adds you to a lead’s team.',
  },
} as const;
