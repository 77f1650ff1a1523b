/** Errors about the outbox and returned emails. */
export const english = {
  gone: 'There is no email with this ID in your organization’s outbox.',
  noMailServer: 'No mail server is set up. Set SMTP_URL, and kept emails can be sent.',
  alreadySent: 'This email has already been sent, or is being sent.',
  reporterOnly:
    'Report bounced email with one of the operator’s API tokens that has the scope mails:bounces.',
} as const;
