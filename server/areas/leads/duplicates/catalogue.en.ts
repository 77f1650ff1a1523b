/** Errors about duplicates. */
export const english = {
  itself: 'is this lead itself',
} as const;
