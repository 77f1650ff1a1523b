/** Errors about a single lead. */
export const english = {
  notFound: 'There is no lead with this id, or none that you may see.',
} as const;
