/**
 * What the paths of the web app's pages begin with; the empty one is the home page. Monitors and programs that request
 * one of them get the page, too.
 */
export const appPages = [
  '',
  'sign-in',
  'forgot-password',
  'join',
  'reset',
  'verify',
  'leads',
  'deals',
  'imports',
  'send',
  'sent',
  'partner-leads',
  'quarantine',
  'presence',
  'actions',
  'outbox',
  'settings',
] as const;
