/** What the dialogs of a lead say, from accepting it to sending it on. */
export const english = {
  overtaken: {
    text: 'Your changes weren’t saved. What you typed is still here if you want to copy it. The page shows the lead as it is now.',
  },
  arrived: {
    acceptance: 'Your first attempt went through. The lead is accepted.',
    decline: 'Your first attempt went through. The lead is declined.',
    outcome: 'Your first attempt went through. The lead is closed.',
    'error-closure': 'Your first attempt went through. The lead is closed as an error.',
  },
  accept: {
    title: 'Accept lead',
    submit: 'Accept lead',
    more: 'More: CRM ID, campaign, employees',
    done: '{customer}: accepted. The lead is now your team’s deal.',
  },
  closing: {
    reasonMissing: 'Choose a reason',
    reasonPlaceholder: 'Choose a reason',
    otherNeedsNotes: 'Describe the reason',
    otherLead: 'The other lead',
    otherLeadHint: 'Its ID or a link to it, if you know it.',
    otherLeadInvalid: 'Enter the ID of a lead or a link to it',
  },
  decline: {
    title: 'Decline lead',
    submit: 'Decline lead',
    explanation: 'A declined lead is <b>archived and can’t be reopened</b>.',
    done: '{customer}: declined. The lead is archived.',
    spam: 'The email address, if there is one, is also reported as spam, and we tell the customer nothing. You can withdraw the report on the lead’s page.',
  },
  customerNews: {
    loading: 'Checking what the customer will be told…',
    unknown: 'We can’t show what the customer will be told right now. You can still decline.',
    show: 'Show the email',
    label: 'The email to the customer',
  },
  lost: {
    title: 'Close as lost',
    submit: 'Close as lost',
    explanation: 'The lead is archived as lost and can no longer be changed.',
    done: 'Closed as lost.',
  },
  closeAsError: {
    explanation:
      'For leads received by mistake. The lead is archived, left out of all figures, and can’t be reopened.',
    done: 'Closed as error.',
  },
  won: {
    title: 'Close as won',
    submit: 'Close as won',
    explanation: 'The lead is archived as won and can no longer be changed.',
    done: 'Won. Congratulations!',
  },
  edit: {
    done: 'Saved.',
    arrived: 'Your first attempt went through. Your changes are saved.',
  },
  conflict: {
    title: 'This lead was changed by {who} {when}',
    titleUnknown: 'This lead was changed while you were editing',
    otherFields: 'You changed different fields, so both sets of changes are kept. Nothing is saved yet.',
    sameFields: 'You both changed the same fields. Choose what to keep, then save. Nothing is saved yet.',
    mine: 'Yours',
    theirs: 'Theirs',
    before: 'Before',
    neither: 'You have changed this since. What is in the form will be saved.',
    nothing: 'Nothing',
    takenOver: 'Their changes to other fields are taken over:',
    taken: '{field}: <b>{value}</b>',
    stays: 'Your changes to other fields stay: {fields}.',
    theirsKept: 'Nothing of yours was left to save. The deal is as they saved it.',
  },
  changedField: {
    dealName: 'deal name',
    estimatedValue: 'estimated value',
    estimatedPurchaseDate: 'estimated purchase',
    notes: 'notes',
    crmId: 'CRM ID',
    campaignId: 'campaign ID',
    teamMemberIds: 'team',
    employees: 'other employees',
  },
  route: {
    explanation:
      'No partner was found for this lead. Choose who should get it. It then belongs to that partner.',
    suggestions: 'Suggested partners',
    done: 'Sent to {partner}.',
    doneUnnamed: 'Sent to the partner.',
    arrived: 'Your first attempt went through. The partner has the lead.',
  },
} as const;
