/** Errors about incoming leads. */
export const english = {
  usedKey: 'This Idempotency-Key was already used for another request. Use a new key for a new lead.',
} as const;
