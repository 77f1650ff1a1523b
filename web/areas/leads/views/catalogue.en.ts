/** What the menu of saved views, its dialogs and banners say. */
export const english = {
  menu: {
    label: 'View: {name}',
    all: 'All leads',
    mine: 'Your views',
    shared: 'Shared views',
    isDefault: 'Default',
    followed: 'Notifications on',
    changed: 'Changed',
    saveAs: 'Save as a new view…',
    failed: 'Couldn’t load the views',
  },
  actions: {
    label: 'Actions for this view',
    save: 'Save changes',
    reset: 'Reset to the saved view',
    rename: 'Rename or share…',
    makeDefault: 'Make default',
    noDefault: 'Stop using as default',
    follow: 'Notify me about new leads',
    unfollow: 'Stop notifying me',
    remove: 'Delete view…',
  },
  /** In the command palette, where nothing else says what it is about. */
  command: 'This view: {deed}',
  leave: 'Close view',
  bar: {
    own: 'You changed this view.',
    shared: 'You changed this view. Only you see the changes.',
    save: 'Save changes',
    saveMine: 'Save as my own view',
    reset: 'Reset',
  },
  dialog: {
    create: 'Save view',
    rename: 'Rename or share view',
    noName: 'Give the view a name',
    shared: 'Share with everyone in {organization} who works on leads',
    sharedHint:
      'Only you can change it. Others can adjust it for themselves. It’s shared without the search and customers’ names.',
    holds:
      'A view keeps everything about the list as it is now: tab, filters, search, order, columns and layout.',
  },
  removal: {
    title: 'Delete “{name}”?',
    own: 'This deletes the view only. Your leads stay.',
    shared: 'This deletes the view for everyone. Leads stay.',
    confirm: 'Delete view',
  },
  told: {
    saved: 'View saved',
    savedShared: 'View saved, without the search and customers’ names',
    created: 'View “{name}” saved',
    removed: 'View deleted',
    reset: 'View reset',
    opensFirst: '“{name}” is now your default view',
    opensNoLonger: 'No default view. The list opens with your last filters.',
    followed: 'We’ll notify you about new leads in this view',
    unfollowed: 'We won’t notify you about new leads in this view',
    failed: 'Couldn’t change the view',
  },
  missing: 'This view was deleted or is no longer shared with you. You see your own list.',
  partly: {
    own: 'Part of this view no longer exists, so we left it out. Save the view to stop seeing this.',
    shared: 'Part of this view no longer exists, so we left it out.',
  },
} as const;
