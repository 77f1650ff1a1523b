/** Texts of the building blocks of every page. */
export const english = {
  page: {
    tab: '{title} · Leadlight',
    breadcrumb: 'Breadcrumb',
  },
  togglePassword: 'Show or hide the password',
  copy: {
    failed: 'Couldn’t copy. Select and copy it yourself',
  },
  error: {
    request: 'Request ID: <code>{number}</code> <copy></copy>',
    copyNumber: 'Copy request ID',
  },
} as const;
