/** What is said about the forms of customers. */
export const english = {
  unreadable: 'The form couldn’t be read.',
} as const;
