/** What the timeline of a lead says: who did what, and what changed. */
export const english = {
  event: {
    unknown: 'Changed',
  },
  origin: {
    from: '<event></event> <muted>from {actor}</muted>',
    by: '<event></event> <muted>by {actor}</muted>',
  },
  actor: {
    marketplace: 'the marketplace',
    token: 'API token {name}',
    customer: 'the customer',
    customerNamed: '{name} (customer)',
    renamed: '{name} (now {nameNow})',
  },
  field: {
    mentioned: 'Mentioned',
    activityKind: 'Kind',
    activityAt: 'Time',
  },
  value: {
    ticked: 'Done',
    notTicked: 'Not done',
    person: '{name} ({contact})',
  },
} as const;
