/** Errors about deals. */
export const english = {
  mineIsNobodys: 'is for people: a program owns no deals',
} as const;
