/** Errors about a single lead. */
export const english = {
  notFound: 'There is no lead with this ID, or none that you may see.',
} as const;
