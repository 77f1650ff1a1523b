/** What the page of a lead says around its panels: header, banners, progress and actions. */
export const english = {
  page: {
    loading: 'Loading the lead',
    back: 'Back to the leads',
    missing: {
      title: 'This lead doesn’t exist, or you can’t see it',
      text: 'The link may be incomplete, or the lead may have moved to another location or been deleted. If you expected to see it, ask a Referrals admin in your organization.',
    },
    failed: 'Couldn’t load the lead',
  },
  pane: {
    openPage: 'Open as a page',
  },
  answer: {
    accept: 'Accept lead',
    decline: 'Decline lead',
  },
  header: {
    quality: '<mark></mark> <word>rating</word>',
    received: 'Received <time></time>',
    skip: 'Skip to actions',
    previous: 'Previous lead',
    noPrevious: 'No previous lead',
    next: 'Next lead',
    noNext: 'No next lead',
  },
  shortcut: '{label} ({key})',
  commands: {
    note: 'Add a note',
    call: 'Log a call',
    nextStep: 'Plan the next step',
    reply: 'Reply by email',
    assign: 'Choose the owner',
    copyLink: 'Copy the link to this lead',
    copyFailed: 'Couldn’t copy. Select and copy it yourself',
  },
  draft: {
    began: {
      accept: 'You started accepting this lead',
      decline: 'You started declining this lead',
      won: 'You started closing this lead as won',
      lost: 'You started closing this lead as lost',
      'close-as-error': 'You started closing this lead as an error',
      'edit-deal': 'You started editing the deal',
      'edit-people': 'You started editing the team',
      route: 'You started sending this lead to a partner',
    },
    kept: 'What you typed is kept on this device.',
    continue: 'Continue',
  },
  hot: {
    title: 'The customer asked to be contacted directly',
    text: 'Contact them within {left}. This lead is hot until <time></time>.',
  },
  cooled: {
    title: 'The customer asked to be contacted directly, and the lead is no longer hot',
    text: 'The lead is still open. If no one has been in touch yet, do it now: customers who have to wait choose someone else.',
  },
  spam: {
    title: 'The email address counts as spam',
    usualReason: 'It’s known for spam or is a disposable address.',
    lookClosely: 'Look closely before you spend time on this lead.',
  },
  reported: {
    title: 'This lead was reported as spam',
    checking: 'We’re checking its address again.',
    checked: 'Its address still doesn’t count as spam. See “Contact checks” for the reasons.',
    by: 'Reported by {name}, <time></time>.',
  },
  suspected: {
    title: 'The message reads like spam',
    text: 'It’s worded like an unsolicited offer. Look closely before you spend time on this lead.',
  },
  withheld: {
    Expired: {
      title: 'This lead expired without an answer',
      text: 'The time to accept or decline it has passed, so the contact details and the message are no longer shown.',
    },
    NoConsent: {
      title: 'The customer didn’t agree to be contacted',
      text: 'The contact details and the message are hidden. Don’t contact this customer about this lead.',
    },
  },
  forwarded: {
    text: 'The customer chose you from a list of matching partners. They wrote their message to the previous partner.',
  },
  informational: {
    text: 'The customer got the offer without your help. You can follow up with them.',
    textUntil:
      'The customer got the offer without your help. You can follow up with them until <time></time>. After that, the lead disappears from your lists.',
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
    stageFailed: 'Couldn’t save the stage',
  },
  step: {
    outcome: 'Won or lost',
    closed: 'Closed',
  },
  stepState: {
    done: 'done',
    current: 'current',
    upcoming: 'not yet',
    skipped: 'skipped',
  },
  noRating: {
    test: 'Test leads aren’t rated.',
    needsNoAnswer: 'Leads that need no answer aren’t rated.',
    checking: 'It will be rated once the contact has been checked.',
    notYet: 'Not rated yet.',
  },
  probability: {
    least: 'less than {percent}',
    most: 'more than {percent}',
  },
  actions: {
    label: 'Actions',
    call: 'Call',
    email: 'Email',
    lost: 'Lost',
    decline: 'Decline',
    won: 'Won',
    accept: 'Accept',
  },
  deadline: {
    expires: 'Expires <time></time>',
    expired: 'Expired <time></time>',
    answerWithin: 'Answer within <b>{left}</b><until>, by <time></time></until>',
    respondBy: 'Respond by <b><time></time></b> · expires <end></end>',
    respondNow: '<b>Respond now</b> · expires <end></end>',
  },
  overtaken: {
    accepted: 'This lead was accepted by {who} {when}.',
    declined: 'This lead was declined by {who} {when}.',
    won: 'This lead was closed as won by {who} {when}.',
    lost: 'This lead was closed as lost by {who} {when}.',
    closedAsError: 'This lead was closed as an error by {who} {when}.',
    expired: 'This lead expired unanswered {when}.',
    status: 'Meanwhile, the status of this lead changed to “{status}”.',
  },
} as const;
