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
      'After {count, plural, one {1 lead} other {{shown} leads}} a day, the others come together in one email at {time}. Hot leads don’t wait for it.',
    changeInProfile: 'Change address, language and time zone in <link>your profile</link>.',
  },
  quiet: {
    title: 'Quiet hours',
    hint: 'In quiet hours you get no emails about single leads. New leads come in one email when they end, other news then too. Times are in your time zone, {zone}. Reminders before leads expire always come.',
    nights: 'At night',
    from: 'From',
    until: 'Until',
    weekends: 'On Saturdays and Sundays',
    exceptHot: 'Still email me hot leads immediately',
    timeMissing: 'Enter a time',
    sameTime: 'Choose another time than the beginning',
    saved: 'Quiet hours saved',
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
