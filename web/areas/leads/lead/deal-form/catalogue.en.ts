/** What the fields of a deal say, and what is wrong with what was typed into them. */
export const english = {
  name: {
    missing: 'Give the deal a name',
  },
  value: {
    label: 'Estimated value',
    currency: 'Currency',
    noCurrency: 'No such currency',
  },
  amount: {
    empty: 'Enter an amount; 0 is fine if you don’t know yet',
    negative: 'The amount cannot be negative',
    tooLarge: 'The amount is too large',
    noDecimals: '{currency} has no decimals, for example {example}',
    tooManyDecimals: '{currency} has at most {digits} decimals, for example {example}',
    digitsOnly: 'Enter digits only, for example {example}',
  },
  purchase: {
    label: 'Estimated purchase',
    within: '{months, plural, one {Within 1 month} other {Within {shown} months}}',
    day: 'By this day',
    missing: 'Choose a time frame or a day',
    shortYear: 'Type the year with four digits',
  },
  oddDay: {
    past: 'This day has passed. Choose another, or confirm it below',
    far: 'This day is more than ten years away. Choose another, or confirm it below',
  },
  confirmDay: {
    past: 'This day has passed. Use it anyway.',
    far: 'This day is more than ten years away. Use it anyway.',
  },
  team: {
    label: 'Team',
    failed: 'The list of people could not be loaded. Close the dialog and open it again.',
    loading: 'Loading people…',
    nobody: 'No one by that name',
    missing: 'Choose at least one person',
    left: 'Someone who left',
    nameLoading: 'Loading…',
    removed:
      '{count, plural, one {{names} no longer works on leads here and is removed when you save.} other {{names} no longer work on leads here and are removed when you save.}}',
    toRemove:
      '{count, plural, one {Someone you chose no longer works on leads here. Remove them.} other {{shown} people you chose no longer work on leads here. Remove them.}}',
  },
  notes: {
    label: 'Notes',
    hint: 'What colleagues should know: need, budget, next step.',
  },
  references: {
    crmId: 'CRM id',
    campaignId: 'Campaign id',
  },
  employees: {
    label: 'Further employees',
    add: 'Add employee',
    name: 'Name',
    nameOf: 'Name of employee {number}',
    nameMissing: 'Enter a name',
    phone: 'Phone',
    phoneOf: 'Phone of employee {number}',
    email: 'Email',
    emailOf: 'Email of employee {number}',
    remove: 'Remove employee {number}',
  },
} as const;
