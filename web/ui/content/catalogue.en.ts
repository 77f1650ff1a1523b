/** What lists, tables and pages without content say. */
export const english = {
  retry: 'Try again',
  showMore: 'Show more',
  noMoreLoaded: 'Couldn’t load more',
} as const;
