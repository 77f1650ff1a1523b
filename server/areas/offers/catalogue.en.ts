/** Errors about offers, and what keeps them from being published. */
export const english = {
  none: 'There is no offer with this ID that you can see.',
  needed: 'is missing',
  taken: 'belongs to another partner',
  notYours: 'is not one of the partner’s publisher IDs: {publishers}',
  isThere: 'is the ID of another offer of this publisher',
  alreadyThere: 'There already is an offer {name}.',
  ownOnly: 'must be your own organization',
  unknownValue: 'is not a value that can be chosen',
  foreignVertical: 'does not belong to the industry',
  unknownStorefront: 'is not a storefront',
  foreignLocation: 'is not a location of the partner',
  contactMeOnly: 'must be “Contact me”: customers cannot get or try a consulting service by themselves',
  noStorefront: 'must name at least one storefront',
  incomplete:
    'The offer cannot be published yet: {count, plural, one {one thing is} other {# things are}} missing or wrong.',
  incompletePreview: 'A preview needs a name and a call to action.',
  neverPublished:
    'The offer was never published, so there is nothing to go back to. Delete the draft instead.',
  notLive: 'The offer is not live.',
  wasLive: 'This offer was live once, so it stays. Stop it to take its pages away.',
} as const;
