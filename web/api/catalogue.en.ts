/** What is said when the server gives no answer that can be shown. */
export const english = {
  otherSession: {
    title: 'This page was opened for somebody else, or another organization',
    detail: 'This tab was opened for {opened}. {person} works for {now} now.',
  },
  noConnection: {
    offline: {
      title: 'You are offline',
      detail: 'This device has no network connection. Try again once it is back.',
    },
    unreachable: {
      title: 'No connection',
      detail: 'Leadlight could not be reached. Check the network connection and try again.',
    },
  },
  unreadable: {
    title: 'The answer could not be read',
    detail: 'The server answered in a way that Leadlight does not understand (status {status}).',
  },
  unexpected:
    'Something unexpected happened on this page. Reload it; if it happens again, tell your administrator.',
} as const;
