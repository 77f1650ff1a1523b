/** Texts of the building blocks of every page. */
export const english = {
  page: {
    product: 'Leadlight',
    tab: '{title} · Leadlight',
    breadcrumb: 'Breadcrumb',
  },
  close: 'Close',
  togglePassword: 'Show or hide the password',
  copy: {
    done: 'Copied',
    failed: 'Couldn’t copy. Select and copy it yourself',
  },
  error: {
    title: 'Something went wrong',
    request: 'Request id: <code>{number}</code> <copy></copy>',
    copyNumber: 'Copy request id',
    retry: 'Try again',
  },
  notGiven: 'Not given',
  justNow: 'just now',
  unnamedCustomer: 'Unnamed customer',
} as const;
