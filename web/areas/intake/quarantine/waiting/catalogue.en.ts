/** The screen reader text of the number next to the navigation entry. */
export const english = {
  toDecide: '{count} to decide',
} as const;
