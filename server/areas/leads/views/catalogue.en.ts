/** Errors about saved views. */
export const english = {
  unknown: 'There is no such view. Its owner may have deleted it or stopped sharing it.',
  tooMany: 'You have {most, number} views, the most one person may keep. Delete one you no longer need.',
  tooManyShared:
    'Your organization shares {most, number} views, the most it may. Delete one nobody needs any longer, or save this one for yourself.',
  tooManyFollowed: 'You follow {most, number} views, the most one person may. Stop following one first.',
  ownerLeft:
    'Its owner no longer works with leads here. Only an admin of all the organization’s leads can change or delete this view. Save it as your own to change it.',
  notYours: 'Only its owner, {owner}, can change this view. Save it as your own to change it.',
  unseenDefault: 'is not a view that you can open',
} as const;
