/** What the page of a lead says around its panels: header, notices, progress and actions. */
export const english = {
  page: {
    title: 'Lead',
    loading: 'Loading the lead',
    back: 'Back to the leads',
    missing: {
      title: 'This lead doesn’t exist, or you can’t see it',
      text: 'The link may be incomplete, the lead may have moved to another location, or it may no longer be kept. If you expected to see it, ask a Referrals admin of your organization.',
    },
    failed: 'The lead could not be loaded',
  },
  header: {
    quality: '<mark></mark> <word>quality</word>',
    received: 'Received <time></time>',
    skip: 'Skip to the actions',
    favorite: 'Favorite',
    favoriteAdd: 'Add to favorites',
    favoriteRemove: 'Remove from favorites',
    favoriteFailed: 'The favorite was not saved',
    previous: 'Previous lead',
    noPrevious: 'Previous lead: there is none',
    next: 'Next lead',
    noNext: 'Next lead: there is none',
  },
  shortcut: '{label} ({key})',
  draft: {
    began: {
      accept: 'You began to accept this lead',
      decline: 'You began to decline this lead',
      won: 'You began to close this lead as won',
      lost: 'You began to close this lead as lost',
      'close-as-error': 'You began to close this lead as error',
      'edit-deal': 'You began to edit the deal',
      'edit-people': 'You began to edit the team',
      route: 'You began to send this lead to a partner',
    },
    kept: 'What you typed is kept on this device.',
    continue: 'Continue',
    discard: 'Discard',
  },
  hot: {
    title: 'The customer asked to be contacted directly',
    text: 'Contact them within {left}: until <time></time> this lead is hot.',
  },
  cooled: {
    title: 'The customer asked to be contacted directly, and the first days have passed',
    text: 'The lead is still open. If nobody has been in touch yet, do it now: customers who have to wait choose someone else.',
  },
  spam: {
    title: 'The email address counts as spam',
    usualReason: 'It is known for spam, or it is a disposable address.',
    lookClosely: 'Look closely before you spend time on this lead.',
  },
  reported: {
    title: 'This lead was reported as spam',
    checking: 'We are checking its address again.',
    checked: 'Its address still doesn’t count as spam; “Contact checks” says why.',
    by: 'Reported by {name}, <time></time>.',
    withdraw: 'Withdraw report',
  },
  suspected: {
    title: 'The message reads like spam',
    text: 'It is worded like an unsolicited offer. Look closely before you spend time on this lead.',
  },
  withheld: {
    Expired: {
      title: 'This lead expired without an answer',
      text: 'The time to accept or decline it has passed, so the contact details and the message are no longer shown.',
    },
    NoConsent: {
      title: 'The customer did not agree to be contacted',
      text: 'That is why you don’t see contact details or a message. Do not contact this customer about this lead.',
    },
  },
  forwarded: {
    text: 'The customer chose you from a list of matching partners. They wrote their message to the previous partner.',
  },
  informational: {
    title: 'For your information: there is nothing to accept or decline',
    text: 'The customer got the offer without your help. You can follow up with them.',
    textUntil:
      'The customer got the offer without your help. You can follow up with them until <time></time>; then the lead leaves your lists.',
  },
  unrouted: {
    title: 'No partner has this lead yet',
  },
  test: {
    title: 'This is a test lead',
    text: 'It was sent to try things out. It isn’t rated or counted in any figures.',
  },
  considerations: {
    title: 'Before you get in touch',
    text: 'Nobody has verified who this customer is, and passing on their lead isn’t an endorsement. Checks and ratings are only hints. Watch out for fraud before you share data, send goods or money, or open links.',
    read: 'Got it',
  },
  progress: {
    label: 'Progress',
    summary: 'Progress: {step}, {number} of {count}',
    step: '{step}<hidden>: {state}</hidden>',
    stageFailed: 'The stage was not saved',
  },
  step: {
    received: 'Received',
    accepted: 'Accepted',
    outcome: 'Won or lost',
    closed: 'Closed',
  },
  stepState: {
    done: 'done',
    current: 'now',
    upcoming: 'not yet',
    skipped: 'skipped',
  },
  noRating: {
    test: 'Test leads are not rated.',
    needsNoAnswer: 'Leads that need no answer are not rated.',
    checking: 'It is rated as soon as the contact is checked.',
    notYet: 'It is not rated yet.',
  },
  probability: {
    least: 'less than {percent}',
    most: 'more than {percent}',
  },
  actions: {
    label: 'Actions',
    call: 'Call',
    email: 'Email',
    closeAsError: 'Close as error',
    lost: 'Lost',
    decline: 'Decline',
    won: 'Won',
    accept: 'Accept',
    route: 'Send to partner',
  },
  deadline: {
    expires: 'Expires <time></time>',
    expired: 'Expired <time></time>',
    answerWithin: 'Answer within <b>{left}</b><until>, by <time></time></until>',
    respondBy: 'Respond by <b><time></time></b> · expires <end></end>',
    respondNow: '<b>Respond now</b> · expires <end></end>',
  },
  overtaken: {
    accepted: '{who} accepted this lead {when}.',
    declined: '{who} declined this lead {when}.',
    won: '{who} closed this lead as won {when}.',
    lost: '{who} closed this lead as lost {when}.',
    closedAsError: '{who} closed this lead as an error {when}.',
    expired: 'This lead expired unanswered {when}.',
    status: 'Meanwhile, the status of this lead changed to “{status}”.',
    justNow: 'just now',
  },
} as const;
