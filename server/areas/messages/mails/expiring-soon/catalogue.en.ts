/** The email about leads that expire soon. */
export const english = {
  subject: {
    one: 'Expiring soon: {customer}',
    several: '{count, plural, one {1 lead} other {{shown} leads}} expiring soon',
  },
  heading: '{count, plural, one {A lead is} other {{shown} leads are}} waiting for your answer',
  expires: 'Leads that are not answered in time expire, and their contact details are hidden.',
  answer: { one: 'Answer the lead', all: 'Answer the leads' },
  /** What the settings say about it. */
  category: {
    title: 'Leads that expire soon',
    explanation: 'A reminder a few days before a lead expires.',
  },
} as const;
