/** Texts of lists, tables and pages without content. */
export const english = {
  retry: 'Try again',
  showMore: 'Show more',
  noMoreLoaded: 'Couldn’t load more',
} as const;
