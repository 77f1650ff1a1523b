/** Errors about unrouted leads. */
export const english = {
  gone: 'There is no unrouted lead with this id.',
  noPartner: 'is not a partner of this installation',
  foreignLocation: 'is not a location of this partner',
} as const;
