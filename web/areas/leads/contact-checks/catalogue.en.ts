/** What the panel of contact checks says: verdicts, findings, and reports of spam. */
export const english = {
  folded: {
    withheld: 'Withheld',
    nothing: 'Nothing to check',
    passed: 'All passed',
  },
  nothing: 'There’s no email address or phone number to check.',
  recheck: {
    start: 'Check again',
    runningTold: 'Checking the contact.',
    failed: 'Couldn’t start the check',
  },
  ended: {
    checked: 'Checked.',
    email: 'Email address: {validity}.',
    phone: 'Phone number: {validity}.',
  },
  contact: {
    readAs: 'Read as',
    extension: 'Extension',
    copy: {
      email: 'Copy the address as read',
      phone: 'Copy the international number',
      extension: 'Copy the extension',
      suggestion: 'Copy the suggested address',
    },
    running: 'Checking. The result will appear here.',
    notYet: 'Not checked yet.',
    retryShortly: 'We’ll try again shortly.',
    retryAt: 'We’ll try again <relative></relative> (<absolute></absolute>).',
    outdated: 'Some checks are out of date. Check again to update them.',
  },
  evidence: {
    hints: 'Hints (they don’t change the result)',
    goodUntil: '<found></found>, {isGood, select, yes {good} other {was good}} until <until></until>',
  },
  spam: {
    ask: 'Is this spam? A report marks the address for your organization, and for everyone once others report it too.',
    reported: 'Reported as spam by {by}, <when></when>.',
    reportedTold: 'Reported as spam.',
    withdrawnTold: 'Report withdrawn.',
    notReported: 'Couldn’t report the lead',
    notWithdrawn: 'Couldn’t withdraw the report',
  },
} as const;
