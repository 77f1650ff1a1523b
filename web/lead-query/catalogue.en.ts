/** What lists of leads and views of them are called, in navigation and on their pages. */
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
  view: {
    by: '{name}, by {owner}',
    byFormer: '{name}, by someone who left',
    /** The title of the page while a view is open. */
    title: '{view} – {list}',
    tooLarge:
      'There are too many filters to remember for “{view}”. They stay for now, but won’t be there when you open the view again.',
  },
} as const;
