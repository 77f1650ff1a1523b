/** Errors about organizations and locations that a request names. */
export const english = {
  noPartner: 'is not a partner of this installation',
  foreignLocation: 'is not a location of this partner',
} as const;
