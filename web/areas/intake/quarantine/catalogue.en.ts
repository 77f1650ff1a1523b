/** Texts of the operator’s quarantine of suspected spam. */
export const english = {
  forbidden: {
    title: 'Your role can’t see the quarantine',
    text: 'An {role} of the whole installation decides on suspected spam.',
  },
  noName: 'Contact details removed',
  about: 'For {partner}, about {page}',
  whySuspected: 'Why it’s suspected',
  list: {
    description:
      'Form submissions that look like spam. Release genuine requests and they become leads; confirmed spam trains the filter. Undecided submissions are deleted on the date shown.',
    which: 'Filter submissions',
    aboutWithExcerpt: 'For {partner}, about {page}: {excerpt}',
    empty: {
      suspected: {
        title: 'Nothing to decide',
        text: 'Submissions that look like spam wait here until you release them or confirm the spam.',
      },
      released: {
        title: 'Nothing released yet',
        text: 'Submissions you release are listed here, with the leads they became.',
      },
      spam: {
        title: 'No confirmed spam yet',
        text: 'Submissions you confirm as spam are listed here. You can undo that.',
      },
    },
  },
  submission: {
    title: 'Suspected submission',
    missing: {
      title: 'This submission doesn’t exist',
      text: 'The link may be incomplete. Go back to the quarantine to see what’s waiting.',
    },
    actions: {
      release: 'Release',
      'confirm-spam': 'Confirm as spam',
      restore: 'Undo decision',
    },
    waiting: 'Waiting for your decision. It will be deleted on <day></day>.',
    decided:
      '{state} by {name}, <when></when>. The submitted form {isKept, select, yes {will be deleted} other {was deleted}} on <day></day>.',
    nothingNext: 'Nothing left to decide.',
    next: 'Next submission',
    form: {
      title: 'Submitted form',
      deleted: 'Deleted some time after the decision.',
      directContact: 'Direct contact',
      askedFor: 'Requested',
      page: 'Page',
    },
    wording: {
      title: 'Wording',
      score: '<b>{share}</b> likely to be spam.',
      learned:
        'This score includes what we learned from your decisions: {spam} confirmed as spam, {released} released.',
      notLearned:
        'This score is based on what Leadlight ships with. It starts to learn from your decisions once there are {needed} of each kind. So far: {spam} confirmed as spam, {released} released.',
      forSpam: 'Points to spam',
      againstSpam: 'Points to a genuine request',
    },
  },
  told: {
    released: 'Released. {partner} now has the lead.',
    restored: 'Back in suspected spam.',
    confirmed: 'Confirmed as spam.',
  },
} as const;
