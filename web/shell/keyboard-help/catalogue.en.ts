/** Texts of the list of shortcuts. */
export const english = {
  does: {
    walk: 'Next or previous lead',
    open: 'Open the lead',
    favorite: 'Add to or remove from favorites: the lead, or all selected ones',
    accept: 'Accept the lead, or all selected ones',
    decline: 'Decline the lead, or all selected ones',
    owner: 'Choose the owner, on the lead’s page',
    select: 'Select the lead in the list',
    selectRange: 'Select the next or previous lead too',
    selectLoaded: 'Select all leads shown',
    toBar: 'Go to what can be done with the selected leads',
    fold: 'Fold or unfold the navigation',
    back: 'Close the preview, clear the search or the selection, or go back to the list',
    help: 'Show these shortcuts',
  },
  single: 'Single-letter shortcuts',
  singleHint: 'Turn them off if they get in the way of speech input or other tools.',
} as const;
