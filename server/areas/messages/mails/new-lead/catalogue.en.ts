/** The email about a new lead. */
export const english = {
  subject: '{urgency, select, hot {Hot lead} other {New lead}}: {customer}',
  testSubject: '[Test] {subject}',
  heading: {
    hot: 'A customer asks you to get in touch directly',
    new: 'You have a new lead',
  },
  contactInside: 'You’ll find the contact details in Leadlight, not in this email.',
} as const;
