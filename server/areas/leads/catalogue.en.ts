/** Errors about changes of a lead. */
export const english = {
  version: {
    foreign: 'is not a version of a lead, such as "3"',
    needed: 'Send the version you’re changing as If-Match; it’s the ETag of the lead.',
    changed: 'Someone changed this lead after you opened it. Check what changed and try again.',
  },
  notPossible: {
    Received: 'The lead hasn’t been answered yet, so this isn’t possible.',
    Accepted: 'The lead was accepted, so this isn’t possible.',
    Won: 'The lead was won, so this is no longer possible.',
    Lost: 'The lead was lost, so this is no longer possible.',
    Declined: 'The lead was declined, so this is no longer possible.',
    Expired: 'The lead has expired, so this is no longer possible.',
    ClosedAsError: 'The lead was closed as an error, so this is no longer possible.',
    informational: 'The lead is for information only, so this isn’t possible.',
  },
  duplicate: {
    itself: 'is this lead itself',
    unseen: 'is not a lead that you may see',
  },
  team: {
    nobodyLeft: 'must name someone who works on leads: {names} no longer does',
    stranger: 'is not someone in your organization who works on leads',
    left: 'names {name}, who no longer works on leads in your organization',
    withoutYou: 'must include you, or you would no longer see the lead',
  },
  owner: {
    stranger: 'is not someone in your organization who can own this lead',
    cannot: 'names {name}, who doesn’t work on leads of this location',
    withoutYou:
      'must stay you: you see this lead only as its owner. Ask a Referrals admin to hand it to someone else',
  },
} as const;
