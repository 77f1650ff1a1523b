/** The email to somebody whom a partner named as the contact of a location. */
export const english = {
  subject: '{organization} wants to name you as a contact',
  heading: '{organization} wants to name you as a contact',
  about:
    '{organization} is preparing a public page for its location {location}. Requests that customers send there would come to this address.',
  onlyIf: 'Confirm only if you expect this. If you do nothing, nothing is sent here.',
  confirm: 'Look at it and confirm',
} as const;
