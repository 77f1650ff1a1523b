/**
 * The texts of the installed app outside the app: of the page that says that Leadlight can’t be reached, and of the
 * manifest. `web/public/offline.html` and `manifest.webmanifest` name them.
 */
export const english = {
  title: 'Leadlight can’t be reached',
  why: 'You’re offline, or Leadlight isn’t running. What you typed into forms is kept on this device.',
  byItself: 'This page tries again by itself as soon as you’re back online.',
  again: 'Try again',
  description: 'The desk for partner leads',
} as const;
