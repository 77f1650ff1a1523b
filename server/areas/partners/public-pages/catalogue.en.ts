/** Errors of public pages. */
export const english = {
  pageGone: 'The partner no longer lists this page.',
} as const;
