/** Errors about activities. */
export const english = {
  fault: {
    'outcome-of-another-kind': 'isn’t an outcome of this kind of activity',
    'note-without-text': 'must not be empty: a note needs a text',
    'in-the-future': 'must not be in the future: what is planned is the next step',
    'long-ago': 'must not be before the year 2000',
    'too-many-mentions': 'mentions more than {most, number} people',
  },
  mention: {
    stranger: 'mentions someone who may not see this lead',
    cannotSee: 'mentions {name}, who may not see this lead',
  },
  unknown: 'There is no activity with this ID, or it was deleted.',
  notYours: 'Only {author} can change this activity.',
  notYoursToDelete: 'Only {author} or a Referrals admin can delete this activity.',
  changed: 'This activity was changed after you opened it. Check what it says now and try again.',
  expired:
    'The lead has expired, so its contact and what was noted about it are no longer shown. Nothing can be added.',
  unsent: 'The lead waits to be sent to a partner. Nothing can be noted until then.',
  needed: 'Send the version you’re changing as If-Match; it’s the ETag of the activity.',
} as const;
