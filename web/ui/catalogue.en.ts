/** What the building blocks of every page say. */
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
    failed: 'Could not copy: select and copy it yourself',
  },
  error: {
    title: 'This page does not work',
    request: 'Request <code>{number}</code> <copy></copy>',
    copyNumber: 'Copy request number',
    retry: 'Try again',
  },
  notGiven: 'Not given',
  justNow: 'just now',
  unnamedCustomer: 'Customer without a name',
} as const;
