/** What lists of leads are called, in navigation and on their pages. */
export const english = {
  operators: {
    page: 'Unrouted leads',
    link: 'Unrouted',
    marketplace: 'Unrouted leads',
  },
  tab: {
    marketplace: 'Marketplace leads',
    qualified: 'Qualified leads',
    favorites: 'Favorites',
  },
} as const;
