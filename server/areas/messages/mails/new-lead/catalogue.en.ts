/** The email about a new lead. */
export const english = {
  subject: '{urgency, select, hot {Hot lead} other {New lead}}: {customer}',
  testSubject: '[Test] {subject}',
  heading: {
    hot: 'A customer asks you to get in touch directly',
    new: 'You have a new lead',
  },
  contactInside: 'You’ll find the contact details in Leadlight, not in this email.',
  /** What the settings say about it. */
  category: {
    title: 'New leads',
    explanation: 'Each lead you are responsible for; on busy days the rest come in one email.',
    requiredReason: 'Leads that no one hears about expire, so we always send these emails.',
  },
} as const;
