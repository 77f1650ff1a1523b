/** What bulk actions say: errors, and the reasons for leaving leads alone. */
export const english = {
  none: 'There is no bulk action with this ID, or it isn’t yours.',
  countChanged:
    'You saw {expected, plural, one {# lead} other {# leads}}, and there {count, plural, one {is # now} other {are # now}}. Nothing was done. Check the leads and try again.',
  tooManyLeads: 'That’s more than {most, number} leads. Add a filter and work in smaller batches.',
  tooManyOpen:
    'Your organization already has {most, number} large bulk actions running. Wait for one to finish, or cancel it.',
  over: 'This bulk action has ended, so it can’t be canceled.',
  undo: {
    told: 'This can’t be undone: customers, senders and colleagues were told about it.',
    reports: 'You can’t undo reports together. Withdraw each report on the lead’s page.',
    notOver: 'This bulk action hasn’t ended yet. Cancel it first.',
    already: 'This was already undone, or is itself an undo.',
    late: 'You can undo this for {hours, plural, one {# hour} other {# hours}}. That time is over.',
  },
  refused: {
    'not-found': 'There is no lead with this ID, or none that you may see.',
    'not-allowed': 'Your role no longer allows this.',
    changed: 'Someone changed this lead after you chose it.',
    'person-left': 'Someone you named no longer works on leads in your organization.',
    'no-owner': 'None of the people you named works on leads of this location.',
    'out-of-sight': 'You would no longer see this lead yourself.',
    'nothing-to-report': 'The lead has no email address that can be reported.',
  },
  report: {
    id: 'Lead ID',
    customer: 'Customer',
    result: 'Result',
    reason: 'Reason',
    done: 'Done',
    unchanged: 'Already done',
    refused: 'Skipped',
    open: 'Not processed',
  },
  deal: {
    unnamed: 'Deal {number, number, ::group-off}',
  },
} as const;
