/** Errors about customers' forms. */
export const english = {
  unreadable: 'The form couldn’t be read.',
} as const;
