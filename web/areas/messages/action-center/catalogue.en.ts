/** What the Action center says, on its page and under the bell. */
export const english = {
  description: 'Your open tasks and recent activity.',
  announce: 'Announce to partners',
  open: 'Open the Action center',
  toDo: {
    title: 'To do',
    which: 'Filter tasks',
    all: 'All',
    mandatory: 'Required',
    expires: 'Expires <when></when>',
    answerBy: 'Due <when></when>',
    nothing: 'Nothing to do.',
    empty: {
      title: 'Nothing to do',
      text: 'New leads and everything else that needs you appear here.',
    },
  },
  news: {
    title: 'News',
    readAll: 'Mark all as read',
    which: 'Filter news',
    about: 'Filter by topic',
    all: 'All',
    isUnread: 'Unread',
    marks: {
      read: 'Mark as read',
      unread: 'Mark as unread',
      archive: 'Archive',
      unarchive: 'Unarchive',
    },
    markNamed: '{mark}: {title}',
    nothing: 'Nothing has happened yet.',
    empty: {
      title: 'No news',
      current: 'News about your leads appears here.',
      unread: 'You’ve read everything.',
      archived: 'Archived news is kept here.',
    },
  },
  announcing: {
    title: 'Announce to partners',
    explanation:
      'It appears in the Action center of everyone who works for a partner, except people who turned announcements off.',
    heading: 'Title',
    headingMissing: 'Enter a title',
    text: 'Message',
    textMissing: 'Enter a message',
    done: 'Announced to {count, plural, one {1 person} other {{shown} people}}.',
    earlier: {
      title: 'Earlier announcements',
      readBy: '<when></when> · read by {readers} of {people}',
      withdraw: 'Withdraw',
      withdrawNamed: 'Withdraw “{title}”',
      withdrawn: '“{title}” was withdrawn.',
      notWithdrawn: 'Couldn’t withdraw the announcement',
    },
  },
} as const;
