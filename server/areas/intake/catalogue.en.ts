/** What is said about leads that come in. */
export const english = {
  usedKey: 'This Idempotency-Key came with another request before. Use a new key for a new lead.',
} as const;
