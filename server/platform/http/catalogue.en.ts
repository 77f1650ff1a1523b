/** Errors about requests and their values before they reach an area, and the titles of all errors. */
export const english = {
  titles: {
    'invalid-request': 'The request has wrong or missing values',
    'malformed-json': 'The body is not JSON',
    'invalid-cursor': 'The cursor does not belong to this list',
    'not-signed-in': 'Sign in first',
    'wrong-credentials': 'The email address or password is wrong',
    'cross-site-request': 'The request came from another site',
    'not-allowed': 'Your role doesn’t allow this',
    'not-found': 'There is nothing here, or nothing you may see',
    'other-session': 'This page was opened for another person or organization',
    'settings-changed': 'The settings were changed by someone else',
    'already-there': 'That already exists',
    'limit-reached': 'The limit is reached',
    'last-admin': 'An organization needs someone who can manage it',
    'lead-changed': 'The lead was changed by someone else',
    'activity-changed': 'The activity was changed by someone else',
    'profile-changed': 'The business profile was changed by someone else',
    'count-changed': 'The number of leads has changed',
    'action-not-possible': 'The lead is not in a state that allows this',
    'idempotency-key-reused': 'The idempotency key was used for another request',
    'link-over': 'The link no longer works',
    'body-too-large': 'The body is too large',
    'unsupported-media-type': 'The body has an unsupported type',
    'precondition-required': 'Say which version you are changing',
    'too-many-requests': 'Too many requests',
    internal: 'Something went wrong on our side',
    unavailable: 'Not available right now',
  },
  body: {
    notJson: 'Send the body as JSON with the header “content-type: application/json”.',
    mergePatchElsewhere:
      'A merge patch is for PATCH. Send the body with the header “content-type: application/json”.',
    empty: 'The body is empty; JSON was expected.',
    malformed: 'The body is not well-formed JSON.',
    otherLength: 'The length of the body doesn’t match its content-length.',
    notUtf8: 'The body is not valid UTF-8.',
    tooDeep: 'The body is nested deeper than {most, number} levels.',
    tooLarge: 'The body is larger than this address accepts.',
    tooLargeFor: 'The body is larger than this address accepts ({kibibytes, number} KiB).',
  },
  request: {
    wrong: 'The request isn’t valid.',
    unreadable: 'The request couldn’t be read.',
    wrongAddress: 'The address of the request is not well-formed.',
    unknownErrorCode: 'There is no error with this code.',
    settingsChanged:
      'Someone changed these settings after you opened them, so your change wasn’t saved. Check the current settings and try again.',
    tooManyForSeconds:
      'More than {most, number, ::group-off} requests in a short time. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    tooManyForMinutes:
      'More than {most, number, ::group-off} requests in a short time. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  trouble: {
    // What the database server says, for the people who run it.
    known: '{trouble}',
    internal:
      'Something went wrong on our side. Tell the operator the request ID so they can find the cause.',
    diskFull: 'The database’s disk is full: nothing can be stored until there is space again.',
    diskFullTryAgain:
      'The database’s disk is full: nothing can be stored until there is space again. Try again: repeating a marketplace payload or an Idempotency-Key doesn’t create a second lead.',
    databaseAway:
      'The database can’t be reached right now. Try again: repeating a marketplace payload or an Idempotency-Key doesn’t create a second lead.',
    databaseSilent: 'The database doesn’t answer.',
    shuttingDown: 'This process is shutting down.',
  },
  faults: {
    foreignTag: 'is not an ETag of these settings',
  },
} as const;
