/** What every form says beside its own fields. */
export const english = {
  draft: {
    isBack: 'What you typed {when} is back.',
    isBackOnOthers:
      'What you typed {when} is back. Some of these fields have changed since then. Check them before you send.',
    aMomentAgo: 'a moment ago',
    discard: 'Discard',
  },
  connection: {
    offline: 'You are offline. What you type stays here; send it once you are back.',
    unreachable:
      'Leadlight can’t be reached at the moment. What you type stays here; send it once Leadlight is back.',
  },
  failure: {
    kept: 'Nothing you typed is lost. You can change it and try again.',
    sessionOver: 'Your session had ended, so nothing was sent. Sign in, then send it again.',
  },
  close: 'Close',
  cancel: 'Cancel',
  leave: {
    title: 'You have not sent what you typed',
    question: 'Discard what you typed?',
    stay: 'Keep editing',
    keep: 'Keep for later',
    discard: 'Discard',
  },
  undo: 'Undo',
} as const;
