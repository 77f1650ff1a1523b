/** Texts of lists, tables and pages without content. */
export const english = {
  noMoreLoaded: 'Couldn’t load more',
} as const;
