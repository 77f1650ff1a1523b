/** What the panels of a lead say, in the order of the page. */
export const english = {
  customer: {
    title: 'Customer and contact',
    countryAsSent: 'Not recognized: “<word>{sent}</word>”',
  },
  copy: {
    crmId: 'Copy CRM ID',
    campaignId: 'Copy campaign ID',
  },
  message: {
    fromCustomer: 'What the customer wrote',
    fromSender: 'What the sender wrote',
  },
  closing: {
    title: 'How it ended',
    otherLead: 'Another lead',
  },
  deal: {
    title: 'Deal',
    notYet:
      'Accept the lead to turn it into a deal with a name, a value, a purchase date and the people who work on it.',
  },
  team: {
    nobody: 'No one is on the team',
    addEmployees: 'Add employees',
  },
  rating: {
    quality: '<mark></mark> <word>rating</word>',
    chance: '<b>{probability}</b> chance of a deal',
    chanceThen: '<b>{probability}</b> chance of a deal when the lead was open',
    scale: 'High, Medium and Low compare leads with each other. Most leads don’t become deals.',
    for: 'In its favor',
    against: 'Against',
    noReason: 'Nothing stands out',
    lastRated: 'Last rated <time></time>.',
  },
  origin: {
    title: 'Where it came from',
    sourceDetail: 'Source detail',
    noLocation: 'No location',
    whyHere: 'Why it’s here',
    asSent: 'Data issues',
    mended: {
      cut: '{field} was too long and was cut',
      'signs-replaced': '{field} had broken characters, which were removed or replaced',
      'turned-into-text': '{field} wasn’t sent as text and was turned into text',
      'not-understood':
        '{hasText, select, yes {{field} wasn’t understood: “<word>{sent}</word>”} other {{field} wasn’t understood}}',
      contradicted: '{field} was sent with contradictory signals; the more careful one counts',
      'encoding-guessed': '{field} wasn’t UTF-8, so accents and special letters may be wrong',
    },
    askedBefore: 'Asked before',
    earlierLead: '<link>Earlier lead</link> from this customer about the same offer, <time></time>',
  },
  consent: {
    toContact: 'To be contacted',
    no: 'No: don’t contact',
    given: 'Given',
    country: 'Country selected',
    textVersion: 'Text version',
  },
  timeline: {
    earlierFailed: 'Couldn’t load earlier events',
    set: '<label>{field}:</label> <new>{after}</new>',
    changed:
      '<label>{field}:</label> <old>{before}</old> <arrow>→</arrow><hidden>changed to</hidden> <new>{after}</new>',
    removed: 'removed',
  },
} as const;
