/** Errors about signing in, limits and permissions. */
export const english = {
  signIn: {
    first: 'Sign in, or send an API token as “Authorization: Bearer …”.',
    wrongCredentials: 'The email address or password is wrong.',
    nowhere: 'You no longer belong to an organization. Ask your Account admin to invite you again.',
    foreignOrganization: 'You don’t belong to an organization with this ID.',
    noSession: 'You have no session with this ID, or it has already ended.',
    otherSession:
      'This page was opened for another person or organization. {name} is now signed in for {organization}. Nothing was read or changed.',
    otherSite: 'Changes are accepted only from Leadlight’s own pages. Open the page there and try again.',
  },
  usedKey: 'This Idempotency-Key was already used for another request. Use a new key for a new request.',
  limits: {
    tooManyFailures:
      'Too many failed sign-ins. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    tooManySessions:
      'This account has signed in {times, number} times in {minutes, number} minutes. Keep using the session you have, or use an API token.',
    crowd: 'Many people are signing in right now. Try again in a few seconds.',
    unknownCredentials: 'Too many requests with tokens or sessions that don’t exist. Wait and try again.',
    strangers:
      'More than {most, number, ::group-off} requests in a minute without signing in. Wait and try again.',
    ownRequests: 'Too many of your requests are running at once. Wait for their answers, then try again.',
  },
  allowed: {
    peopleOnly: 'This is for signed-in people, not for API tokens.',
    noScope: 'This API token doesn’t have the scope for this. Create one that does.',
    otherKind:
      'This is only for people of {kind, select, operator {the operator} other {partners}}. No role in your organization allows it.',
    needsRole:
      'This needs the role {roles}. Ask an {kind, select, operator {Operator admin} other {Account admin}} of your organization.',
  },
} as const;
