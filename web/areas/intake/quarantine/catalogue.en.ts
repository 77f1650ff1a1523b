/** What the operator’s quarantine of suspected spam says. */
export const english = {
  title: 'Quarantine',
  forbidden: {
    title: 'Your role can’t see the quarantine',
    text: 'An {role} of the whole installation decides on suspected spam.',
  },
  noName: 'Contact details removed',
  about: 'For {partner}, about {page}',
  whySuspected: 'Why it is suspected',
  list: {
    description:
      'Form submissions that look like spam. Release genuine requests and they become leads; confirmed spam trains the filter. Undecided submissions are deleted on the date shown.',
    which: 'Which submissions',
    aboutWithExcerpt: 'For {partner}, about {page}: {excerpt}',
    empty: {
      suspected: {
        title: 'Nothing to decide',
        text: 'Submissions that look like spam wait here until you release them or confirm the spam.',
      },
      released: {
        title: 'Nothing released yet',
        text: 'What you release is listed here, with the lead it became.',
      },
      spam: {
        title: 'No confirmed spam yet',
        text: 'What you confirm as spam is listed here. You can undo it.',
      },
    },
  },
  submission: {
    title: 'Suspected submission',
    missing: {
      title: 'This submission doesn’t exist',
      text: 'The address may be incomplete. Go back to the quarantine to see what is waiting.',
    },
    actions: {
      release: 'Release',
      'confirm-spam': 'Confirm as spam',
      restore: 'Not spam: decide again',
    },
    waiting: 'Waiting for your decision until <day></day>, then deleted.',
    decided:
      '{state} by {name}, <when></when>. What was typed {isKept, select, yes {will be deleted} other {was deleted}} on <day></day>.',
    nothingNext: 'Nothing else to decide.',
    next: 'Next to decide',
    form: {
      title: 'What was typed',
      deleted: 'Deleted some time after the decision.',
      firstName: 'First name',
      lastName: 'Last name',
      email: 'Email address',
      phone: 'Phone number',
      company: 'Company',
      jobTitle: 'Job title',
      country: 'Country',
      callToAction: 'Call to action',
      directContact: 'Direct contact',
      askedFor: 'Asked for',
      sent: 'Sent',
      page: 'Page',
      message: 'Message',
      noMessage: 'No message.',
    },
    wording: {
      title: 'Wording',
      score: '<b>{share}</b> likely to be spam.',
      learned:
        'This score includes what was learned from your decisions: {spam} confirmed as spam, {released} released.',
      notLearned:
        'This score rests on what Leadlight ships with. It learns from your decisions once there are {needed} of each kind. So far: {spam} confirmed as spam, {released} released.',
      forSpam: 'Points to spam',
      againstSpam: 'Points to a genuine request',
      none: 'None',
    },
  },
  told: {
    released: 'Released: {partner} has the lead now.',
    restored: 'Back among those to decide.',
    confirmed: 'Confirmed as spam.',
    unchanged: 'Nothing was changed',
  },
} as const;
