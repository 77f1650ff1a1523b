/** Texts of signing in, on its page and on top of a page whose session has ended. */
export const english = {
  page: {
    heading: 'Sign in to Leadlight',
    description: 'The desk for partner leads',
  },
  failure: {
    wrong: 'The email address or password is wrong. Check both and try again.',
    tooMany: 'Too many failed attempts. Try again after {at} (in {minutes} min).',
  },
  demo: {
    heading: 'Or explore the demo',
    hint: 'Each person sees what their role allows.',
    signInAs: 'Sign in as {name}',
  },
  again: {
    title: 'Sign in again to continue',
    hint: 'Your session has ended. Nothing you typed is lost: sign in as <b>{name}</b> and continue where you left off.',
    otherPerson: {
      title: '{name} was signed in here before',
      hint: 'You’re starting with a fresh page. What they typed is kept for them, and you can’t see it.',
    },
  },
} as const;
