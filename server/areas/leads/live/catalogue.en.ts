/** Errors about live streams. */
export const english = {
  tooMany: 'You have {most, number} live streams open. Close some Leadlight windows.',
} as const;
