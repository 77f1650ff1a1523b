/** Errors of the demo. */
export const english = {
  otherHost: 'The demo is only available on this computer, at 127.0.0.1 or localhost.',
  /** Of a person who can sign in. */
  roleAt: '{role} ({location} only)',
} as const;
