/** Errors about the outbox and returned emails. */
export const english = {
  gone: 'There is no email with this id in your organization’s outbox.',
  noMailServer: 'No mail server is set up. Set SMTP_URL; then kept emails can be sent.',
  alreadySent: 'This email has already been sent, or is being sent.',
  reporterOnly: 'Report returned email with an API token of the operator that has the scope mails:bounces.',
} as const;
