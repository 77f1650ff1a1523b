/** The email about leads that nobody has answered in time. */
export const english = {
  subject: {
    one: 'Not answered yet: {customer}',
    several: '{count, plural, one {1 lead} other {{shown} leads}} not answered yet',
  },
  heading:
    'Nobody has answered {count, plural, one {this lead} other {these {shown} leads}} for {hours, plural, one {1 working hour} other {{hoursShown} working hours}}',
  whatToDo:
    'Answer {count, plural, one {it} other {them}} yourself, or give {count, plural, one {it} other {them}} to someone else.',
  openAll: 'Open the leads',
  /** What the settings say about it. */
  category: {
    title: 'Leads that nobody answers',
    explanation: 'When you were chosen to be told that a lead has waited too long.',
  },
} as const;
