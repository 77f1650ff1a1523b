/** What the panel of possible duplicates says (LQ-4). */
export const english = {
  panel: {
    title: 'Possible duplicates',
    none: 'No possible duplicates',
    noOthers: 'No other possible duplicates',
    dismissed: 'Marked as not a duplicate ({count})',
  },
  row: {
    noName: 'the lead without a name',
    received: 'Received <time></time>',
    why: 'Why',
  },
  level: {
    points: '{points} points',
    linked: 'Linked',
    linkedHint: 'Someone linked these leads',
    dismissed: 'Not a duplicate',
    dismissedHint: 'Someone marked it as not a duplicate',
    likely: 'Likely',
    possible: 'Possible',
  },
  action: {
    link: 'Link',
    linkTo: 'Link to {lead}',
    unlink: 'Remove link',
    unlinkFrom: 'Remove link to {lead}',
    dismiss: 'Not a duplicate',
    dismissNamed: 'Not a duplicate: {lead}',
    undoFor: 'Undo for {lead}',
    close: 'Close as duplicate',
    closeAs: 'Close as duplicate of {lead}',
  },
  done: {
    link: 'The two leads are linked.',
    unlink: 'The link is removed.',
    dismiss: 'Marked as not a duplicate.',
    undismiss: 'Shown as a possible duplicate again.',
  },
} as const;
