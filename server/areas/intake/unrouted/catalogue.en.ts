/** Errors about unrouted leads. */
export const english = {
  gone: 'There is no unrouted lead with this ID.',
} as const;
