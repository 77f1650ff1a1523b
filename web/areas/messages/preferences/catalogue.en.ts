/** What the settings say about emails and notifications. */
export const english = {
  delivery: {
    title: 'How emails reach you',
    noMailServer: 'This installation has no mail server: emails are kept in the outbox and not sent.',
    states: {
      confirmed: 'Confirmed',
      unconfirmed: 'Not confirmed yet',
      refused: 'Doesn’t work: email bounced',
    },
    serverSaid: 'The mail server said: {reason}',
    language: 'Language of emails',
    busyDays: 'Busy days',
    busyDaysText:
      'After {count, plural, one {1 lead} other {{shown} leads}} a day, the others come together in one email at {time}. You always get hot leads immediately.',
    changeInProfile: 'Change address, language and time zone in <link>your profile</link>.',
  },
  categories: {
    title: 'What you hear about',
    channels: {
      mail: 'By email',
      app: 'In the app',
    },
    always: 'Always',
    turned: '{title}: turned {wanted, select, yes {on} other {off}}.',
  },
} as const;
