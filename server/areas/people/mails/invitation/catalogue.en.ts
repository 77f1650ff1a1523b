/** The email with an invitation. */
export const english = {
  subject: 'Your invitation to Leadlight',
  heading: 'You are invited to Leadlight',
  invites: '{inviter} invites you to work on partner leads with {organization}.',
  linkLife: 'The link works once, within {life}. After that, ask for a new invitation.',
  accept: 'Accept the invitation',
} as const;
