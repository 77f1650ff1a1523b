/** Texts for choosing a time zone. */
export const english = {
  placeholder: 'Search by city, country or name',
  none: 'No matching time zones',
} as const;
