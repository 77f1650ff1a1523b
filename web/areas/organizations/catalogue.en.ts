/** Texts for choosing a partner and its location. */
export const english = {
  partner: {
    search: 'Search partners',
  },
  location: {
    byOffer: 'Chosen by offer, or the default location',
    clear: 'Clear location',
  },
} as const;
