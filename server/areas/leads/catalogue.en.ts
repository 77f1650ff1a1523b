/** What is said about changes of a lead. */
export const english = {
  version: {
    foreign: 'is not a version of a lead, such as "3"',
    needed: 'Send the version that you change as If-Match; it is the ETag of the lead.',
    changed: 'Someone changed this lead since you opened it. Look at what changed and try again.',
  },
  notPossible: {
    Received: 'The lead is received; this can no longer be done.',
    Accepted: 'The lead is accepted; this can no longer be done.',
    Won: 'The lead is won; this can no longer be done.',
    Lost: 'The lead is lost; this can no longer be done.',
    Declined: 'The lead is declined; this can no longer be done.',
    Expired: 'The lead is expired; this can no longer be done.',
    ClosedAsError: 'The lead is closed as error; this can no longer be done.',
    informational: 'The lead is informational and takes no action; this can no longer be done.',
  },
  duplicate: {
    itself: 'is this lead itself',
    unseen: 'is not a lead that you may see',
  },
  team: {
    nobodyLeft: 'must name somebody who works on leads: {names} no longer does',
    stranger: 'is not someone in your organization who works on leads',
    left: 'names {name}, who no longer works on leads in your organization',
    withoutYou: 'must include you, or you would not see the lead any more',
  },
} as const;
