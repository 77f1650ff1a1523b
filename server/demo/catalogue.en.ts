/** What is said by the demo alone. */
export const english = {
  otherHost: 'The demo is only available on this computer, at 127.0.0.1 or localhost.',
} as const;
