/** Texts for choosing a partner and its location. */
export const english = {
  partner: {
    label: 'Partner',
    search: 'Search partners',
    loading: 'Loading partners…',
    none: 'No matching partners',
  },
  location: {
    label: 'Location',
    byOffer: 'Chosen by offer, or the default location',
    noPartner: 'Choose a partner first',
    clear: 'Clear location',
  },
} as const;
