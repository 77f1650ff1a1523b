/** Texts for answers from the server that can’t be shown. */
export const english = {
  otherSession: {
    title: 'This page was opened for another person or organization',
    detail: 'This tab was opened for {opened}. {person} is now working for {now}.',
  },
  noConnection: {
    offline: {
      title: 'You’re offline',
      detail: 'This device has no network connection. Try again when it’s back.',
    },
    unreachable: {
      title: 'No connection',
      detail: 'Leadlight can’t be reached. Check your network connection and try again.',
    },
  },
  unreadable: {
    title: 'Couldn’t read the answer',
    detail: 'The server gave an answer that we don’t understand (status {status}). Try again.',
  },
  unexpected: 'Something went wrong on this page. Reload it. If it happens again, tell your administrator.',
} as const;
