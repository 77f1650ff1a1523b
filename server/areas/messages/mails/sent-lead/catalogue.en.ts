/** The email to the sender of a lead about its outcome. */
export const english = {
  news: {
    accepted: { subject: '{partner} accepted: {customer}', heading: '{partner} is working on it' },
    declined: { subject: '{partner} declined: {customer}', heading: '{partner} will not take it on' },
    expired: {
      subject: '{partner} did not answer in time: {customer}',
      heading: '{partner} did not answer in time; the lead has expired',
    },
    won: { subject: '{partner} won: {customer}', heading: '{partner} won the deal' },
    lost: { subject: '{partner} lost: {customer}', heading: '{partner} closed it without a deal' },
  },
  youSent: 'This is about {customer}, the lead that you sent to {partner}.',
  colleagueSent: 'This is about {customer}, the lead that {sender} sent to {partner}.',
  formerColleague: 'a former colleague',
  seeSent: 'See sent leads',
  /** What the settings say about it. */
  category: {
    title: 'Leads that you sent',
    explanation: 'When a partner accepts, declines, wins or loses one, or lets it expire.',
  },
} as const;
