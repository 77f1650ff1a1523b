/** What the panel of contact checks says: verdicts, findings, and reports of spam. */
export const english = {
  title: 'Contact checks',
  folded: {
    withheld: 'Withheld',
    nothing: 'Nothing to check',
    passed: 'All passed',
  },
  withheld: 'Withheld together with the contact.',
  nothing: 'No email address and no phone number were given, so there is nothing to check.',
  recheck: {
    start: 'Check again',
    running: 'Checking…',
    runningTold: 'Checking the contact.',
    failed: 'The check was not started',
  },
  ended: {
    checked: 'Checked.',
    email: 'Email address: {validity}.',
    phone: 'Phone number: {validity}.',
  },
  contact: {
    email: 'Email address',
    phone: 'Phone number',
    readAs: 'Read as',
    extension: 'Extension',
    copy: {
      email: 'Copy the address as read',
      phone: 'Copy the international number',
      extension: 'Copy the extension',
      suggestion: 'Copy the suggested address',
    },
    running: 'Checking now; the result appears here.',
    notYet: 'Not checked yet.',
    retryShortly: 'We will try again shortly.',
    retryAt: 'We will try again <relative></relative> (<absolute></absolute>).',
    outdated: 'Some checks are out of date. Check again to update them.',
  },
  evidence: {
    hints: 'Hints (they don’t change the result)',
    goodUntil: '<found></found>, {isGood, select, yes {good} other {was good}} until <until></until>',
  },
  spam: {
    ask: 'Is this spam? A report marks the address for your organization, and for everyone once others report it too.',
    reported: 'Reported as spam by {by}, <when></when>.',
    report: 'Report as spam',
    withdraw: 'Withdraw report',
    reportedTold: 'The lead is reported as spam.',
    withdrawnTold: 'The spam report is withdrawn.',
    notReported: 'The lead was not reported',
    notWithdrawn: 'The report was not withdrawn',
  },
} as const;
