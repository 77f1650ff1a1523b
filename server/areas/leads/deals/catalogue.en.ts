/** Errors about deals. */
export const english = {
  mineIsNobodys: 'can’t be used with an API token, because a token owns no deals',
} as const;
