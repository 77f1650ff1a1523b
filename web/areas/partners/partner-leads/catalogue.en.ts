/** What the operator’s pages say about the leads of partners. */
export const english = {
  forbidden: {
    title: 'Your role can’t see partners’ leads',
    text: 'An {role} of the whole installation can see where they stand.',
  },
  list: {
    description:
      'Where your partners’ leads stand. Contacts are shown only if the partner shares them or your people sent the lead. Partners see in their access log what you look at.',
    filters: {
      which: 'Filter leads',
      allPartners: 'All partners',
      anyStatus: 'Any status',
      hot: 'Hot now',
      clear: 'Clear all filters',
    },
    nothing: {
      title: 'No partner has a lead yet',
      text: 'Leads that customers, sellers and marketers send to your partners are listed here.',
    },
    noMatch: {
      title: 'No leads match',
      text: 'Choose another partner or status.',
    },
    answer: 'Answer',
    noAnswer: 'No answer',
    due: '{hasPassed, select, yes {was due} other {due}} <when></when>',
  },
  lead: {
    title: 'Partner’s lead',
    with: 'Partner: {partner}',
    sendOn: 'Send to another partner',
    missing: {
      title: 'No partner has this lead',
    },
    rerouting: {
      sentOn: 'Sent on to {partner}',
      sentBy: 'Sent by {name}, <when></when>.',
      follow: 'See how it’s going',
      unanswered: '{partner} didn’t answer in time',
      possible: 'Your people sent this lead, so you can send it to another partner if the customer agrees.',
    },
    origin: {
      answered: 'Answered',
      closed: 'Closed',
    },
    contact: {
      notShared: 'Contact and message aren’t shared with you',
      howToShare:
        'An Account admin of {partner} can share them under “Sharing with the operator” in the settings.',
    },
    customer: {
      title: 'What the customer knows',
      expiry: 'About the expiry',
      told: 'Told, and offered other partners',
      notTold: 'Not told: {reason}',
      anotherPartner: 'Another partner',
      choiceUntil: 'They can choose one until <day></day>',
      choiceEnded: 'Their link expired on <day></day>',
      sentOn: 'Sent on',
      withdrawn: 'Withdrawn',
    },
    timeline: {
      from: '<event></event> <muted>from {name}, <when></when></muted>',
      by: '<event></event> <muted>by {name}, <when></when></muted>',
    },
  },
  sendingOn: {
    title: 'Send to another partner',
    explanation: 'The partner gets it as a new lead, with the full time to answer. {partner} isn’t told.',
    consent: 'The customer agreed to be contacted by this partner',
    consentMissing:
      'Ask the customer first: without their consent, no one else may get their contact details',
    sent: 'Sent to {named, select, yes {{partner}} other {the partner}}.',
    sentBefore: 'The lead has been sent on. This page shows where it went.',
  },
} as const;
