/** What the timeline of a lead says: who did what, and what changed. */
export const english = {
  event: {
    unknown: 'Changed',
  },
  origin: {
    from: 'from {actor}',
    by: 'by {actor}',
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
    estimatedPurchaseDate: 'Estimated purchase date',
    notes: 'Notes',
    crmId: 'CRM id',
    campaignId: 'Campaign id',
    team: 'Team',
    employees: 'Further employees',
    finalValue: 'Final value',
    reason: 'Reason',
    status: 'Status',
    outcome: 'Outcome',
    location: 'Location',
    partner: 'Partner',
    duplicateOf: 'Duplicate of lead',
    leadQuality: 'Lead quality',
    expiresAt: 'Answer by',
  },
  value: {
    ticked: 'Ticked',
    notTicked: 'Not ticked',
    yes: 'Yes',
    no: 'No',
    person: '{name} ({contact})',
  },
} as const;
