/** Texts of the list of shortcuts. */
export const english = {
  does: {
    walk: 'Next or previous lead',
    rows: 'The same, in the list next to a lead',
    open: 'Open the lead, or go into the one next to the list',
    favorite: 'Add to or remove from favorites',
    accept: 'Accept the lead',
    decline: 'Decline the lead',
    owner: 'Choose the owner of the open lead',
    palette: 'Find leads and pages, or do something',
    fold: 'Fold or unfold the navigation',
    preview: 'Preview of the lead',
    rowMenu: 'Open the menu of the lead’s row',
    editCell: 'Edit a value of the deal in the table',
    moveColumn: 'Move a column, from its header',
    back: 'Close the preview, clear the search or go back to the list',
    help: 'Show these shortcuts',
  },
  single: 'Single-letter shortcuts',
  singleHint: 'Turn them off if they get in the way of speech input or other tools.',
} as const;
