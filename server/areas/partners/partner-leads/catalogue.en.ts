/** Errors about partners' leads. */
export const english = {
  notFound: 'No partner has a lead with this ID, or it’s no longer available.',
  samePartner: 'is the partner that let it expire',
} as const;
