/** What the pages about people and the links of their emails say. */
export const english = {
  verify: {
    title: 'Confirm your email address',
    signInFirst: 'Sign in to confirm the address',
    signInToChange: 'Then {email} becomes the address of your account. Sign in with your current one.',
    signInToConfirm: 'Then confirm that {email} is yours.',
    becomes:
      '<b>{email}</b> becomes the address of your account, in place of {current}. You sign in with it from then on.',
    confirmYours: 'Confirm that <b>{email}</b> is yours, so that your leads reach you.',
    confirm: 'Confirm this address',
    confirmed: 'The address is confirmed',
    reachesYou: 'Emails from Leadlight reach you at <b>{email}</b>.',
    open: 'Open Leadlight',
  },
} as const;
