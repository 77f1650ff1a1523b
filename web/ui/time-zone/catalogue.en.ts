/** What the choice of a time zone says. */
export const english = {
  label: 'Time zone',
  hint: 'It is now {now}. {purpose}',
  placeholder: 'Search by city, country or name',
  none: 'No time zone found',
} as const;
