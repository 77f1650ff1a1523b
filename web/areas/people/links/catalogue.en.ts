/** Texts of the pages that links in emails open. */
export const english = {
  link: {
    over: 'This link isn’t valid',
    goHome: 'Go to Leadlight',
    signedInAs: 'You’re signed in as <b>{name}</b> ({email}). <reason></reason>',
    signOut: 'Sign out and continue',
    stay: 'Stay signed in as {name}',
    stillSignedIn: 'Couldn’t sign you out',
  },
  password: {
    hint: 'At least {shortest} characters. A few words you can remember are fine.',
    tooShort: 'Choose a password of at least {shortest} characters',
  },
  forgot: {
    hint: 'We’ll email you a link to choose a new one.',
    emailMissing: 'Enter your email address',
    submit: 'Send link',
    back: 'Back to sign-in',
    noMailServer: {
      title: 'This installation doesn’t send email',
      hint: 'No mail server is set up, so we can’t send you a link. Ask your administrator for a new password.',
    },
    sent: {
      title: 'Check your inbox',
      hint: 'If there’s an account for <b>{email}</b>, we’ve emailed you a link. It works once, within {minutes} minutes.',
      nothingCame:
        'No email after a few minutes? Check your spam folder, and whether your account uses another address.',
    },
  },
  reset: {
    title: 'Choose a new password',
    hint: 'This signs you out everywhere.',
    password: 'New password',
    submit: 'Set password',
    askAgain: 'Request a new link',
    done: {
      title: 'Password changed',
      hint: 'You’ve been signed out everywhere. Sign in with your new password.',
    },
  },
  join: {
    pending: 'Your invitation',
    title: 'Join {organization}',
    invitedAs: '{name} invited you as {roles}.',
    invitedAsFor: '{name} invited you as {roles} for {location}.',
    forAnother: 'The invitation is for <b>{email}</b>.',
    way: 'How to join',
    newHere: 'I’m new here',
    haveAccount: 'I have an account',
    name: 'Your name',
    newPassword: 'Choose a password',
    createAccount: 'Create account and join',
    signedInHint: 'Your account gets the new roles. Everything else stays the same.',
    signInHint: 'To join, sign in with the account for this address.',
    signIn: 'Sign in and join',
  },
  verify: {
    title: 'Confirm your email address',
    signInFirst: 'Sign in to confirm your address',
    signInToChange: 'Sign in with your current address to replace it with {email}.',
    signInToConfirm: 'Then you can confirm that {email} is yours.',
    becomes:
      '<b>{email}</b> will replace {current} as the address of your account. From then on, sign in with it.',
    confirmYours: 'Confirm that <b>{email}</b> is yours, so your leads reach you.',
    confirm: 'Confirm address',
    confirmed: 'Address confirmed',
    reachesYou: 'Emails from Leadlight will reach you at <b>{email}</b>.',
    open: 'Open Leadlight',
  },
} as const;
