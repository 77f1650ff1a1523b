/** What is said about signing in and about who may do what. */
export const english = {
  signIn: {
    first: 'Sign in, or send an API token as “Authorization: Bearer …”.',
    wrongCredentials: 'The email address or the password is wrong.',
    nowhere: 'You belong to no organization any more. Ask your Account admin to invite you again.',
    foreignOrganization: 'You belong to no organization with this id.',
    noSession: 'You have no session with this id, or it has already ended.',
    otherSession:
      'This page was opened for somebody else, or another organization. {name} is signed in now, for {organization}. Nothing was read or changed.',
    otherSite: 'Changes are accepted only from Leadlight’s own pages. Open the page there and try again.',
  },
  limits: {
    tooManyFailures:
      'Too many failed sign-ins. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    tooManySessions:
      'This account has signed in {times, number} times in {minutes, number} minutes. Keep the session that you have, or use an API token.',
    crowd: 'Many people are signing in at this moment. Try again in a few seconds.',
    unknownCredentials: 'Too many requests with tokens or sessions that do not exist. Wait and try again.',
    strangers:
      'More than {most, number, ::group-off} requests in a minute without signing in. Wait and try again.',
    ownRequests: 'Too many of your requests are running at once. Wait for their answers, then try again.',
    usedKey: 'This Idempotency-Key came with another request before. Use a new key for a new request.',
  },
  allowed: {
    peopleOnly: 'This is for signed-in people, not for API tokens.',
    noScope: 'This API token does not have the scope for this. Create one that has it.',
    otherKind:
      'This is for people of {kind, select, operator {the operator} other {partners}} only; no role in your organization allows it.',
    needsRole:
      'This needs the role {roles}. Ask an {kind, select, operator {Operator admin} other {Account admin}} of your organization.',
  },
} as const;
