/** Texts around every page. */
export const english = {
  loading: 'Leadlight is loading',
  loadingPage: 'Loading the page',
  homePage: 'Leadlight, home page',
  skip: 'Skip to content',
  demo: {
    banner: 'Demo data. Nothing leaves this computer.',
    bannerAhead: 'Demo data. Nothing leaves this computer. The demo’s clock is {distance} ahead.',
    /** Those that are not 0, joined as the language does. */
    distance: {
      days: '{count, plural, one {1 day} other {{shown} days}}',
      hours: '{count, plural, one {1 hour} other {{shown} hours}}',
      minutes: '{count, plural, one {1 minute} other {{shown} minutes}}',
    },
  },
  navigation: {
    main: 'Main',
    button: 'Navigation',
    open: 'Open navigation',
    close: 'Close navigation',
    fold: 'Collapse navigation',
    unfold: 'Expand navigation',
    foldHint: '{label} ({keys})',
    group: {
      sending: 'Sending',
      presence: 'Presence',
      operator: 'Operator',
      administration: 'Administration',
    },
    home: 'Home',
    marketplace: 'Marketplace',
    qualified: 'Qualified',
    favorites: 'Favorites',
    views: 'Saved views',
    allViews: 'All views…',
    sharedView: 'shared',
  },
  palette: {
    button: 'Search or run a command…',
  },
  help: {
    hint: 'Keyboard shortcuts (?)',
  },
  live: {
    paused: 'Live updates paused, retrying',
    pausedHint: 'New leads won’t appear automatically until the connection is back.',
  },
  organization: {
    yours: 'Your organization',
    change: 'Organization: {name}. Change',
    workIn: 'Switch organization',
  },
  account: {
    menu: 'Account: {name}',
    role: '{role} ({location})',
    noRole: 'No role',
    profile: 'Your profile',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'Same as system',
  },
  drafts: {
    title: 'Keep your drafts?',
    hint: '{count, plural, one {You have a draft on this device that you haven’t sent. Only you will see it when you sign in here again. After {days} days, it’s deleted. If you share this device, discard it.} other {You have {shown} drafts on this device that you haven’t sent. Only you will see them when you sign in here again. After {days} days, they’re deleted. If you share this device, discard them.}}',
    stay: 'Stay signed in',
    discard: 'Discard and sign out',
    keep: 'Keep and sign out',
  },
  connection: {
    offline:
      '<b>You’re offline.</b> What you type stays here. Leadlight continues as soon as the connection is back.',
    unreachable:
      '<b>Leadlight can’t be reached.</b> What you type stays here. Leadlight continues as soon as the connection is back.',
    tryNow: 'Try now',
  },
  reload: {
    offer:
      '<b>Part of Leadlight couldn’t be loaded.</b> There’s probably a new version. Finish what you’re doing, then reload.',
    button: 'Reload',
  },
  otherSession: {
    openedForPerson: 'This tab was opened by {person} for {organization}.',
    nowPerson: '{person} is now signed in for {organization}.',
    openedFor: 'This tab was opened for {organization}.',
    now: 'You’re now working for {organization}.',
    hint: 'All tabs in a browser share one sign-in. Nothing has been read or changed in this tab since then.',
    goOn: 'Continue for {organization}',
    goBack: 'Back to {organization}',
  },
  failed: {
    goHome: 'Go to the home page',
  },
  codeMissing: {
    up: 'Leadlight was probably updated. Reload the page. What you typed is kept.',
    unreachable: 'Leadlight can’t be reached. The page will load automatically when the server is back.',
    offline: 'This device has no network connection. The page will load automatically when it’s back.',
  },
  notFound: {
    title: 'Page not found',
    heading: 'There’s no page at this address',
    hint: 'Check the address for typos.',
    goHome: 'Go to the home page',
  },
} as const;
