/** The email to someone to whom a colleague assigned leads. */
export const english = {
  subject: {
    one: 'Assigned to you: {customer}',
    several: '{count, plural, one {1 lead} other {{shown} leads}} assigned to you',
  },
  heading: '{colleague} assigned {count, plural, one {a lead} other {{shown} leads}} to you',
  owner:
    'You are the owner now: colleagues count on you to take care of {count, plural, one {it} other {them}}.',
  openAll: 'Open your leads',
} as const;
