/** Errors of schemas about a value, without its name. */
export const english = {
  text: {
    tooLong: 'has more than {most, number, ::group-off} characters',
    unstorable: 'contains a NUL character or half of a surrogate pair',
    empty: 'must not be empty',
    invisible: 'has no visible characters',
    noDay: 'is not a calendar date (YYYY-MM-DD)',
    noId: 'is not an id (UUID)',
    noTimeZone: 'is not a time zone (IANA name, such as Europe/Berlin)',
    noLanguage: 'is not a language tag (BCP 47, such as en-GB)',
    noCountry: 'is not a country code (ISO 3166-1 alpha-2)',
    noEmail: 'is not an email address',
    noKey: 'must be 1 to 255 visible ASCII characters',
    notSearchable: 'needs at least three letters or digits, or two characters of Chinese, Japanese or Korean',
  },
  password: {
    tooLong: 'must have at most {most, number} characters',
    tooShort: 'must have at least {least, number} characters',
  },
  money: {
    notWhole: 'must be a whole number of minor units (cents)',
    negative: 'must not be negative',
    tooLarge: 'is too large for a deal',
    noCurrency: 'is not a supported currency code (ISO 4217, capitals)',
  },
  list: {
    noScope: 'must name at least one scope',
    noRole: 'must name at least one role',
    nobody: 'must name at least one person',
    twice: 'names a person twice',
    namesTooMany: 'names more than {most, number} people',
    hasTooMany: 'has more than {most, number} people',
    tooManyValues: 'has more than {most, number} values',
  },
  lead: {
    otherReason: 'must describe the other reason',
    noContact: 'needs an email address or a phone number, so that the customer can be contacted',
    noConsent: 'is needed: without it the partner cannot get in touch with you',
    noAgreement: 'must be true: without the customer’s consent, their contact can’t be passed on',
  },
  time: {
    noStart: 'is not a time of day (HH:MM)',
    noEnd: 'is not a time of day (HH:MM, 24:00 for midnight)',
    endsFirst: 'must be later than the start',
    overlaps: 'must not be earlier than the end of the previous span',
    noHour: 'must have at least one working hour',
  },
} as const;
