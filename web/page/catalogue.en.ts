/** The texts of the page around the app; `web/index.html` names them. */
export const english = {
  overlays: 'Open menus and dialogs',
  noScript: 'Leadlight needs JavaScript. Turn it on for this site and reload the page.',
} as const;
