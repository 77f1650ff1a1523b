/** Errors about API tokens and endpoints. */
export const english = {
  gone: 'There is none with this ID, or it has already been revoked.',
  revokedSince:
    'What this request created has since been revoked. Use a new Idempotency-Key to create another.',
  limit:
    'Your organization already has {most, number} of these, which is the limit. Revoke one you no longer use.',
  operatorScope: 'is only for the operator’s tokens',
} as const;
