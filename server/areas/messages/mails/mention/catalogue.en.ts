/** The email to someone whom a colleague mentioned in an activity. */
export const english = {
  subject: '{colleague} mentioned you: {customer}',
  heading: '{colleague} mentioned you in an activity about a lead',
  read: 'Open the lead to read what was written and to answer.',
} as const;
