/** What is said by the demo alone. */
export const english = {
  otherHost: 'The demo is served on this machine only, under 127.0.0.1 or localhost.',
} as const;
