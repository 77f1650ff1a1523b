/** Errors about leads that an organization sent. */
export const english = {
  notFound: 'Your organization sent no lead with this ID.',
} as const;
