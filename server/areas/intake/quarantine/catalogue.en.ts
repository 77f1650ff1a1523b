/** What is said about submissions in the quarantine. */
export const english = {
  gone: 'There is no submission with this id in the quarantine.',
  stands: {
    suspected: 'This submission is waiting for a decision. Reload the page to see it as it is now.',
    released: 'This submission was released. Reload the page to see it as it is now.',
    releasedBy: 'This submission was released by {name}. Reload the page to see it as it is now.',
    spam: 'This submission was confirmed as spam. Reload the page to see it as it is now.',
    spamBy: 'This submission was confirmed as spam by {name}. Reload the page to see it as it is now.',
  },
} as const;
