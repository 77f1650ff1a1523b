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
    dealName: 'Deal name',
    estimatedValue: 'Estimated value',
    estimatedPurchaseDate: 'Estimated purchase',
    notes: 'Notes',
    crmId: 'CRM id',
    campaignId: 'Campaign id',
    owner: 'Owner',
    team: 'Team',
    employees: 'Other employees',
    finalValue: 'Final value',
    reason: 'Reason',
    status: 'Status',
    outcome: 'Outcome',
    location: 'Location',
    partner: 'Partner',
    duplicateOf: 'Duplicate of',
    leadQuality: 'Lead rating',
    expiresAt: 'Answer due',
  },
  value: {
    ticked: 'Done',
    notTicked: 'Not done',
    yes: 'Yes',
    no: 'No',
    person: '{name} ({contact})',
  },
} as const;
