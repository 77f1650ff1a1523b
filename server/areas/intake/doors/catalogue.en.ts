/** Errors of the doors through which leads come in. */
export const english = {
  endpoint: {
    none: 'No endpoint has this key. It may have been revoked; create a new one in the settings.',
    guessing: 'Too many requests with unknown endpoint keys. Wait and try again.',
    noObject: 'The body isn’t a JSON object, so there is no lead in it. Send one object.',
  },
  target: {
    ownOnly: 'must be your own organization or be left out',
    needed: 'must name the partner that gets the lead',
    foreignOffer: 'is not an offer of this partner',
  },
  qualification: {
    needed: 'must be {kinds}: you may send both',
    other: 'You can send {kinds} leads, but not {wanted} leads.',
  },
} as const;
