/** What stands around every page. */
export const english = {
  loading: 'Leadlight is loading',
  loadingPage: 'Loading the page',
  product: 'Leadlight',
  startPage: 'Leadlight, start page',
  skip: 'Skip to the page',
  demo: {
    banner: 'Demo data. Nothing leaves this machine.',
    bannerAhead: 'Demo data. Nothing leaves this machine. The demo’s clock is {distance} ahead.',
  },
  navigation: {
    main: 'Main',
    menu: 'Navigation',
    send: 'Send a lead',
    sent: 'Sent leads',
    partnerLeads: 'Partners’ leads',
    quarantine: 'Quarantine',
    outbox: 'Outbox',
    people: 'People',
    settings: 'Settings',
  },
  live: {
    paused: 'Live updates paused, retrying',
    pausedHint: 'New leads do not appear by themselves until the connection is back.',
  },
  organization: {
    yours: 'Your organization',
    change: 'Organization: {name}. Change',
    workIn: 'Work in',
  },
  account: {
    menu: 'Account of {name}',
    role: '{role} ({location})',
    noRole: 'No role',
    profile: 'Your profile',
    shortcuts: 'Keyboard shortcuts',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'Same as system',
    signOut: 'Sign out',
  },
  drafts: {
    title: 'Keep what you have not sent?',
    hint: '{count, plural, one {This device keeps a draft that was never sent. Only you see it when you sign in here again, and after {days} days it is deleted. If you share this device, discard it.} other {This device keeps {shown} drafts that were never sent. Only you see them when you sign in here again, and after {days} days they are deleted. If you share this device, discard them.}}',
    stay: 'Stay signed in',
    discard: 'Discard and sign out',
    keep: 'Keep and sign out',
  },
  connection: {
    offline:
      '<b>You are offline.</b> What you type stays here. Leadlight continues as soon as the connection is back.',
    unreachable:
      '<b>Leadlight cannot be reached.</b> What you type stays here. Leadlight continues as soon as the connection is back.',
    tryNow: 'Try now',
  },
  otherSession: {
    openedForPerson: 'This tab was opened for {person}, {organization}.',
    nowPerson: '{person} is signed in now, for {organization}.',
    openedFor: 'This tab was opened for {organization}.',
    now: 'You are now working for {organization}.',
    hint: 'All tabs of a browser share one sign-in. Nothing has been read or changed in this tab since.',
    goOn: 'Continue for {organization}',
    goBack: 'Back to {organization}',
  },
  failed: {
    title: 'Something went wrong',
    goHome: 'Go to the home page',
  },
  codeMissing: {
    title: 'This page could not be loaded',
    up: 'Leadlight was probably updated in the meantime. Loading the page again helps; what you typed is kept.',
    unreachable: 'Leadlight cannot be reached. The page loads by itself as soon as the server is back.',
    offline: 'This device has no network connection. The page loads by itself as soon as it is back.',
    retry: 'Try again',
  },
  notFound: {
    title: 'Page not found',
    heading: 'There is no page at this address',
    hint: 'Check the address for typing errors.',
    goHome: 'Go to the home page',
  },
} as const;
