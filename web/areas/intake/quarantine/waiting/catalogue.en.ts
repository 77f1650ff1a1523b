/** What the number beside the navigation’s entry says to who does not see it. */
export const english = {
  toDecide: '{count} to decide',
} as const;
