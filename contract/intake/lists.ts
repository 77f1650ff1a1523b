/** What makes a submission of a public form look like spam (IN-7); docs/decisions/015 says how much each counts. */
export const formSignals = [
  'trap-filled',
  'too-quick',
  'token-forged',
  'form-overused',
  'proof-wrong',
  'proof-replayed',
  'proof-missing',
  'many-links',
  'spam-words',
] as const;
export type FormSignal = (typeof formSignals)[number];

/** The state of a submission in the operator's quarantine (IN-7). */
export const quarantineStates = ['suspected', 'released', 'spam'] as const;
export type QuarantineState = (typeof quarantineStates)[number];
