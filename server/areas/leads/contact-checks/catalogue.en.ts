/** Errors about contact checks and their lists. */
export const english = {
  nothingToCheck: 'This lead shows no contact to check.',
  mark: {
    alreadyListed: 'is already on this list',
    gone: 'There is no entry with this ID.',
    noPhone: 'is not a phone number with its country code, such as +49 30 123456',
    noDomain: 'can’t be listed as a domain. {problem}',
    noEmail: 'can’t be listed as an email address. {problem}',
  },
} as const;
