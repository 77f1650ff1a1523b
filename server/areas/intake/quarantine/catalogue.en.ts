/** Errors about submissions in the quarantine. */
export const english = {
  gone: 'There is no submission with this ID in the quarantine.',
  stands: {
    suspected: 'This submission is waiting for a decision. Reload the page to see its current state.',
    released: 'This submission was released. Reload the page to see its current state.',
    releasedBy: 'This submission was released by {name}. Reload the page to see its current state.',
    spam: 'This submission was confirmed as spam. Reload the page to see its current state.',
    spamBy: 'This submission was confirmed as spam by {name}. Reload the page to see its current state.',
  },
} as const;
