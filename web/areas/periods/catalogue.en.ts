/** What the settings of deadlines and retention say. */
export const english = {
  title: 'Deadlines and retention',
  hint: 'These apply to every partner. Changes affect only leads received afterwards: existing leads keep their deadlines.',
  expiryHours: 'Hours to answer a lead',
  expiryHoursHint: 'Then it expires and its contact is no longer shown. {inDays}',
  hotHours: 'Hours that a lead is hot',
  hotHoursHint: 'After a customer asked to be contacted directly. {inDays}',
  informationalMonths: 'Months that an informational lead is kept',
  informationalMonthsHint: 'Calendar months. Then it is no longer listed, found or exported.',
  mailsPerDay: 'Emails about new leads per day',
  mailsPerDayHint:
    'For each recipient. Further leads of that day come together in one email; hot leads are always emailed at once.',
  digestHour: 'Time of the daily digest',
  digestHourHint: 'In the time zone of the recipient.',
  outOfRange: 'Enter a whole number from {least} to {most}',
  inDays: 'That is {days, plural, one {1 day} other {{shownDays} days}}.',
  inDaysAndHours:
    'That is {days, plural, one {1 day} other {{shownDays} days}} and {hours, plural, one {1 hour} other {{shownHours} hours}}.',
  save: 'Save',
  saved: 'Saved. Applies to leads received from now on.',
  undone: 'The change is undone.',
  notUndone: 'The change was not undone',
} as const;
