/** Texts of a lead’s panel about who was notified of it, and why. */
export const english = {
  nobody: 'No one has been notified about this lead.',
  due: 'due <when></when>',
  viewEmail: 'View email',
  why: {
    question: 'Why did someone get (or not get) a notification?',
    choose: 'Choose a person',
  },
} as const;
