/** Errors about exports that are made in the background. */
export const english = {
  none: 'There is no export with this ID, or it isn’t yours.',
  tooManyOpen: 'You already have {most, number} exports in progress. Wait for one to finish, or cancel it.',
  tooManyKept: 'You already have {most, number} exports. Delete one that you no longer need.',
  over: 'This export has ended, so it can’t be canceled.',
  notReady: 'The file isn’t ready. It can be downloaded once the export is done.',
} as const;
