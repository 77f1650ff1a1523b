/** What the outbox says about an email, and errors about it. */
export const english = {
  gone: 'There is no email with this ID in your organization’s outbox.',
  noMailServer: 'No mail server is set up. Set SMTP_URL, and kept emails can be sent.',
  alreadySent: 'This email has already been sent, or is being sent.',
  reporterOnly:
    'Report bounced email with one of the operator’s API tokens that has the scope mails:bounces.',
  /** Follows "Not sent: " and "Not emailed: ". */
  untoldForNoReason: 'no reason was recorded',
  notSent: 'Not sent: {reason}.',
  problem: {
    returned: 'It bounced: the address doesn’t accept email.',
    noMailbox: 'There is no such mailbox.',
    badAddress: 'The address can’t be right.',
    full: 'The mailbox is full.',
    disabled: 'The mailbox is disabled.',
    rejected: 'The mail server rejects email from this installation.',
    unknownRecipient: 'The mail server does not know the recipient.',
    refused: 'The mail server rejected the email.',
    notNow: 'The mail server could not accept the email at that moment.',
    settings: 'The mail server did not accept the settings of this installation.',
    unreachable: 'The mail server could not be reached.',
    unknown: 'The email could not be sent.',
    givenUp: '{problem} It was tried for {hours, number} hours.',
  },
} as const;
