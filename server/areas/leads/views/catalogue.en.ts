/** Errors about saved views. */
export const english = {
  unknown: 'There is no such view. Its owner may have deleted it or stopped sharing it.',
  tooMany: 'You have {most, number} views, the most one person may keep. Delete one you no longer need.',
  notYours: 'Only its owner, {owner}, can change this view. Save it as your own to change it.',
  unseenDefault: 'is not a view that you can open',
} as const;
