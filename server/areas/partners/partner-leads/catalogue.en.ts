/** Errors about partners' leads. */
export const english = {
  notFound: 'No partner has a lead with this id, or it’s no longer available.',
  noPartner: 'is not a partner of this installation',
  samePartner: 'is the partner that let it expire',
  foreignLocation: 'is not a location of this partner',
} as const;
