/** What is said about the forms of customers. */
export const english = {
  unreadable: 'The form could not be read.',
} as const;
