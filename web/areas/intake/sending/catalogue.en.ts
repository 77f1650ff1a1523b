/** Texts of the pages for sending leads to partners and following them. */
export const english = {
  forbidden: {
    title: 'Your role can’t send leads',
    text: 'Sellers and marketers of the operator send leads to partners. If you need to, ask an Operator admin for one of these roles.',
  },
  send: {
    description:
      'Send a customer who is ready to hear from a partner. The partner accepts or declines. Follow what happens under “Sent leads”.',
    partnersFailed: 'Couldn’t load the partners',
    partner: {
      hint: 'Search by name or country',
      missing: 'Choose the partner who should get the lead',
    },
    offer: {
      none: 'None in particular',
      clear: 'Clear the offer',
      noMatch: 'No matching offers',
    },
    programHint: 'If you send the lead under a program, such as co-selling. The partner can filter by it.',
    customer: {
      countryUnknown: 'Unknown',
      clearCountry: 'Clear the country',
      noCountryMatch: 'No matching countries',
      emailHint: 'Enter this, a phone number, or both.',
      phoneHint: 'Best with the country code, such as +49.',
      unreachable: 'Enter an email address or a phone number, so the customer can be contacted',
    },
    request: {
      title: 'Request',
      message: 'Message to the partner',
      messageHint: 'What the customer needs, and what the partner should know.',
      consent: 'Did the customer agree to be contacted by the partner?',
      agreed: 'Yes, the customer agreed',
      notAgreedHint:
        'The partner sees the lead, but not the contact details or the message, so there’s little they can do.',
      consentMissing: 'Choose whether the customer agreed',
      direct: 'The customer wants to be contacted directly',
      directHint: 'The lead is marked as hot, so the partner gets in touch right away.',
    },
    submit: 'Send lead',
    done: {
      title: 'The lead is on its way to {named, select, yes {{partner}} other {the partner}}',
      created: 'You can follow {named, select, yes {the lead for {customer}} other {it}} under “Sent leads”.',
      repeated: 'Your first attempt had already gone through, so no second lead was created.',
      another: 'Send another',
    },
  },
  list: {
    description: 'The leads you sent to partners, and what happened to them.',
    search: 'Search sent leads',
    searchHint: 'Search customer or partner…',
    sentBy: '<when></when> <by>by <name>{sender}</name></by>',
    nothing: {
      title: 'Nothing sent yet',
      text: 'Leads you send to partners are listed here, with their progress.',
    },
    noMatch: {
      title: 'No sent leads found',
      text: 'You can search by customer or partner name.',
    },
  },
  lead: {
    title: 'Sent lead',
    missing: {
      title: 'Your organization didn’t send this lead',
      back: 'Back to sent leads',
    },
    sentWhen: 'Sent <when></when>',
    standing: {
      informational: '{partner} sees the lead for information only. There’s nothing to accept or decline.',
      Received: '{partner} hasn’t answered yet.',
      Accepted: '{partner} accepted the lead and is working on it.',
      Won: '{partner} won the deal.',
      Lost: '{partner} worked on the lead, but it didn’t become a deal.',
      Declined: '{partner} declined the lead.',
      Expired: '{partner} didn’t answer in time, so the lead expired.',
      ClosedAsError: '{partner} closed the lead as an error.',
    },
    expiry: 'The lead {hasExpired, select, yes {expired} other {expires}} <when></when>.',
    notShown: 'The partner’s reasons, notes and deal value aren’t shown here.',
    timeline: {
      sent: '<b>Sent</b> by <name>{by}</name>',
      accepted: '<b>Accepted</b> by <name>{by}</name>',
      declined: '<b>Declined</b> by <name>{by}</name>',
      expired: '<b>Expired</b>',
      won: '<b>Won</b> by <name>{by}</name>',
      lost: '<b>Lost</b> by <name>{by}</name>',
    },
  },
} as const;
