/** Texts that every form has in addition to its own. */
export const english = {
  draft: {
    isBack: 'We restored what you typed {when}.',
    isBackOnOthers:
      'We restored what you typed {when}. Some of these fields have changed since then, so check them before you send.',
    aMomentAgo: 'a moment ago',
  },
  connection: {
    offline: 'You’re offline. What you type stays here. Send it when you’re back online.',
    unreachable:
      'Leadlight can’t be reached at the moment. What you type stays here. Send it when Leadlight is back.',
  },
  failure: {
    kept: 'Nothing you typed is lost. You can change it and try again.',
    sessionOver: 'Your session had ended, so nothing was sent. Sign in, then send it again.',
  },
  leave: {
    title: 'You haven’t sent what you typed',
    question: 'Discard what you typed?',
    stay: 'Keep editing',
    keep: 'Keep for later',
  },
} as const;
