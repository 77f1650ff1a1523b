/** What is said about API tokens and endpoints. */
export const english = {
  gone: 'There is none with this id, or it has already been revoked.',
  revokedSince:
    'What this request created has since been revoked. Use a new Idempotency-Key to create another.',
  limit:
    'Your organization already has {most, number} of them, which is the limit. Revoke one that nobody uses any more.',
  operatorScope: 'is for tokens of the operator only',
} as const;
