/** The page of a customer’s request. */
export const english = {
  title: 'Your request',
  sentTo: 'You asked <name>{partner}</name> to get in touch with you.',
  sentToAbout: 'You asked <name>{partner}</name> to get in touch with you about <name>{offer}</name>.',
  asked: 'What you wrote',
  noMessage: 'You didn’t write a message.',
  became: 'Status',
  standing: {
    waiting: 'Waiting for an answer',
    accepted: 'Accepted',
    declined: 'Declined',
    unanswered: 'Did not answer in time',
    withdrawn: 'Withdrawn by you',
    closed: 'Closed',
  },
  sentOn: 'Sent on {day}',
  withPartner: {
    waiting:
      'Your request is with <name>{partner}</name> now. They will get in touch with you, or you will hear from us if they can’t.',
    accepted: '<name>{partner}</name> accepted your request and will get in touch with you.',
  },
  others: 'Other matching partners',
  chooseOne: 'Choose one. Nothing is sent before you do.',
  noOthers: 'No other partner matches right now.',
  reason: {
    country: 'Serves your country ({country})',
    tags: 'Knows about: {tags}',
    answers: 'Answers {ofTen} of 10 requests',
  },
  send: 'Send my request to <name>{partner}</name>',
  consent:
    'When you send it, Leadlight passes your name, your contact details and your message, as you wrote it, on to that partner, and you agree that they contact you about this request.',
  profile: 'About this partner',
  withdraw: 'Withdraw my request',
  withdrawOffer: 'No longer looking for help?',
  withdrawQuestion: 'Withdraw your request?',
  withdrawWaiting: '<name>{partner}</name> will see that you withdrew it, and the request is closed there.',
  withdrawAccepted:
    '<name>{partner}</name> has already accepted your request. They will see that you withdrew it, but may get in touch with you once more.',
  withdrawFinal: 'This cannot be undone. You can always send a new request.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, keep my request',
  withdrawn: 'You withdrew this request on {day}. We no longer send it to anyone.',
  withdrawnAccepted:
    '<name>{partner}</name> had accepted it before and can see that you withdrew it. They may get in touch once more.',
  validUntil: 'This page is available until {day}. Anyone with its link can see it, so keep it to yourself.',
  /** Said where the page is in another language. */
  thisPage: 'This page in English',
  refusal: {
    'with-partner': 'Nothing was sent: another partner already has your request.',
    'asked-before': 'Nothing was sent: this partner had your request before.',
    'not-listed': 'Nothing was sent: this partner no longer takes requests here.',
    withdrawn: 'Nothing was sent: you withdrew this request.',
    outdated: 'Nothing was done: this page was open for too long. Please try again.',
  },
  problem: {
    'too-many-requests': {
      title: 'Too many requests from your network',
      text: 'Nothing was done. Please wait {count, plural, one {one minute} other {{shown} minutes}}, and try again.',
    },
    'unknown-link': {
      title: 'This link isn’t valid',
      text: 'It may have been cut off. Please open it again from the email, or copy the whole link.',
    },
    'ended-link': {
      title: 'This link has expired',
      text: 'Your request’s page was available for {days} days. If you are still looking for help, please send a partner a new request.',
    },
    'other-site': {
      title: 'The form came from another site',
      text: 'Nothing was done. Please open the link from the email and try again there.',
    },
    unavailable: {
      title: 'This page is not available right now',
      text: 'Please try again in a moment. Repeating a step does no harm: it counts only once.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'Please try again in a moment. Repeating a step does no harm: it counts only once.',
    },
    unreadable: {
      title: 'This request could not be read',
      text: 'Nothing was done. Please open the link from the email and try once more.',
    },
  },
} as const;
