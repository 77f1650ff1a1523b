/** What the choice of a partner and of its locations says. */
export const english = {
  partner: {
    label: 'Partner',
    search: 'Search partners',
    loading: 'Loading partners…',
    none: 'No such partner',
  },
  location: {
    label: 'Location',
    byOffer: 'By offer, or the default location',
    noPartner: 'Choose a partner first',
    clear: 'Clear the location',
  },
} as const;
