/** Texts of the settings for deadlines and retention. */
export const english = {
  hint: 'These apply to every partner. Changes only affect leads received from now on. Existing leads keep their deadlines.',
  expiryHours: 'Hours to answer a lead',
  hotHours: 'Hours a lead stays hot',
  hoursHint: {
    expiryHours: {
      hours: 'After that, it expires and its contact is no longer shown.',
      days: 'After that, it expires and its contact is no longer shown. That’s {days, plural, one {1 day} other {{shownDays} days}}.',
      daysAndHours:
        'After that, it expires and its contact is no longer shown. That’s {days, plural, one {1 day} other {{shownDays} days}} and {hours, plural, one {1 hour} other {{shownHours} hours}}.',
    },
    hotHours: {
      hours: 'After a customer asks to be contacted directly.',
      days: 'After a customer asks to be contacted directly. That’s {days, plural, one {1 day} other {{shownDays} days}}.',
      daysAndHours:
        'After a customer asks to be contacted directly. That’s {days, plural, one {1 day} other {{shownDays} days}} and {hours, plural, one {1 hour} other {{shownHours} hours}}.',
    },
  },
  informationalMonths: 'Months to keep informational leads',
  informationalMonthsHint: 'Calendar months. After that, they’re no longer listed, found or exported.',
  mailsPerDay: 'Emails about new leads per day',
  mailsPerDayHint:
    'Per recipient. The day’s other leads come together in one email. Hot leads are always emailed immediately.',
  digestHour: 'Time of the daily digest',
  digestHourHint: 'In the recipient’s time zone.',
  outOfRange: 'Enter a whole number from {least} to {most}',
  saved: 'Saved. Applies to leads received from now on.',
  undone: 'Change undone.',
  notUndone: 'Couldn’t undo the change',
} as const;
