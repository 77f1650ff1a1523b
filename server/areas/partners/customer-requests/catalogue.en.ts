/** Errors about customers' forms. */
export const english = {
  unreadable: 'The form could not be read.',
} as const;
