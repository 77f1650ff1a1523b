/** The email to a customer about their request. */
export const english = {
  forwarded: {
    title: 'Your request is now with {partner}',
    asYouAsked: 'As you asked, we sent your request to {partner}. They will get in touch with you.',
    asYouAskedAbout:
      'As you asked, we sent your request about {offer} to {partner}. They will get in touch with you.',
    see: 'See your request',
  },
  subject: 'Your request to {partner}',
  over: {
    declined: {
      heading: '{partner} can’t take on your request',
      unfortunately: 'You asked {partner} to get in touch. Unfortunately, they can’t help you this time.',
      unfortunatelyAbout:
        'You asked {partner} to get in touch about {offer}. Unfortunately, they can’t help you this time.',
    },
    expired: {
      heading: '{partner} did not answer in time',
      unfortunately: 'You asked {partner} to get in touch. Unfortunately, they have not answered.',
      unfortunatelyAbout:
        'You asked {partner} to get in touch about {offer}. Unfortunately, they have not answered.',
    },
  },
  others:
    'Other partners may be able to help. You can send them your request with one click; nothing is sent before you do.',
  choose: 'Choose another partner',
  withdraw: 'You can withdraw your request on the same page.',
} as const;
