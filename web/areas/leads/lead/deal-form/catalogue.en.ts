/** Labels and error messages of the fields of a deal. */
export const english = {
  name: {
    missing: 'Give the deal a name',
  },
  value: {
    currency: 'Currency',
    noCurrency: 'No matching currencies',
  },
  amount: {
    empty: 'Enter an amount, or 0 if you don’t know yet',
    negative: 'The amount can’t be negative',
    tooLarge: 'The amount is too large',
    noDecimals: 'Amounts in {currency} have no decimals, for example {example}',
    tooManyDecimals: 'Amounts in {currency} have at most {digits} decimals, for example {example}',
    digitsOnly: 'Enter digits only, for example {example}',
  },
  purchase: {
    within: '{months, plural, one {Within 1 month} other {Within {shown} months}}',
    day: 'By date',
    missing: 'Choose a time frame or a date',
    shortYear: 'Type the year with four digits',
  },
  oddDay: {
    past: 'This date has passed. Choose another or confirm it below',
    far: 'This date is more than ten years away. Choose another or confirm it below',
  },
  confirmDay: {
    past: 'This date has passed. Use it anyway.',
    far: 'This date is more than ten years away. Use it anyway.',
  },
  team: {
    failed: 'Couldn’t load the list of people. Close this dialog and open it again.',
    loading: 'Loading people…',
    nobody: 'No one by that name',
    missing: 'Choose at least one person',
    left: 'Someone who left',
    removed:
      '{count, plural, one {{names} no longer works on leads here and will be removed when you save.} other {{names} no longer work on leads here and will be removed when you save.}}',
    toRemove:
      '{count, plural, one {Someone you chose no longer works on leads here. Remove them.} other {{shown} people you chose no longer work on leads here. Remove them.}}',
  },
  notes: {
    hint: 'What your colleagues should know: needs, budget, next steps.',
  },
  employees: {
    add: 'Add employee',
    nameOf: 'Name of employee {number}',
    nameMissing: 'Enter a name',
    phoneOf: 'Phone number of employee {number}',
    emailOf: 'Email address of employee {number}',
    remove: 'Remove employee {number}',
  },
} as const;
