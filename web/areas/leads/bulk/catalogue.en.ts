/** Ticking leads, doing the same to all of them, and what became of it. */
export const english = {
  select: 'Select {customer}',
  selectLoaded: 'Select all leads shown',
  bar: {
    label: 'Selected leads',
    selected: '{count, plural, one {{shown} selected} other {{shown} selected}}',
    allSelected: '{count, plural, one {The only result selected} other {All {shown} results selected}}',
    selectAll: '{count, plural, one {Select the only result} other {Select all {shown} results}}',
    clear: 'Clear selection',
    more: 'More',
    tooMany: 'Select at most {most} leads, or all results.',
    part: '{label} ({shown})',
    start: 'Select',
    end: 'Stop selecting',
  },
  /** With dots, where a dialog opens first. */
  button: {
    accept: 'Accept…',
    decline: 'Decline…',
    assign: 'Assign…',
    'report-spam': 'Report as spam…',
    'close-as-error': 'Close as error…',
    export: 'Export as CSV',
  },
  title: {
    accept: 'Accept leads',
    decline: 'Decline leads',
    assign: 'Assign leads',
    favorite: 'Add leads to favorites',
    unfavorite: 'Remove leads from favorites',
    'report-spam': 'Report as spam',
    'close-as-error': 'Close leads as errors',
  },
  submit: {
    accept: '{count, plural, one {Accept {shown} lead} other {Accept {shown} leads}}',
    decline: '{count, plural, one {Decline {shown} lead} other {Decline {shown} leads}}',
    assign: '{count, plural, one {Assign {shown} lead} other {Assign {shown} leads}}',
    favorite: '{count, plural, one {Add {shown} lead} other {Add {shown} leads}}',
    unfavorite: '{count, plural, one {Remove {shown} lead} other {Remove {shown} leads}}',
    'report-spam': '{count, plural, one {Report {shown} lead} other {Report {shown} leads}}',
    'close-as-error': '{count, plural, one {Close {shown} lead} other {Close {shown} leads}}',
  },
  about: {
    all: '{count, plural, one {This is about the selected lead.} other {This is about the {shown} selected leads.}}',
    part: '{count, plural, one {This is about {shown} of the {of} selected leads. The others don’t allow it and stay as they are.} other {This is about {shown} of the {of} selected leads. The others don’t allow it and stay as they are.}}',
    query:
      'This is about all {shown} results. Those that don’t allow it stay as they are, and the report lists them.',
  },
  accept: {
    same: 'Each lead becomes a deal with these details. You can change each one later.',
    number: 'Number',
    insert: 'Insert:',
    insertPlace: 'Insert {place}',
    example: 'For example: {name}',
    unnamed: 'Deal {number}',
    unknownPlace: 'Only {places} can be in braces',
  },
  decline: {
    explanation: 'Declined leads are <b>archived and can’t be reopened</b>.',
    toldLoading: 'Checking how many customers will be told…',
    told: '{count, plural, =0 {None of the customers will be told.} one {{shown} customer will be told by email.} other {{shown} customers will be told by email.}}',
    toldMany: 'Customers who asked on a public page will each be told by email.',
  },
  closeAsError: {
    explanation:
      'For leads that came in by mistake. They are archived, aren’t counted in any figures, and can’t be reopened.',
  },
  reportSpam: {
    explanation:
      'Contacts that many partners report are marked as spam for everyone. You can withdraw a report on the page of each lead.',
  },
  assign: {
    to: 'New owner',
    people: 'Colleagues',
    nobody: 'Nobody: remove the owner',
    fair: 'Several people share the leads fairly: each lead goes to whoever owns the fewest open leads at that moment.',
    peopleLabel: 'Who gets the leads',
    missing: 'Choose at least one person',
    noMatches: 'No colleague has this name',
  },
  changed: {
    title: 'The results have changed. Nothing is done yet.',
    text: 'You saw {before}. Now there are {now}.',
    received:
      '{count, plural, one {{shown} more was received since and is left alone.} other {{shown} more were received since and are left alone.}}',
    again: 'Check the number on the button, and confirm again.',
  },
  action: {
    accept: '{count, plural, one {Accept {shown} lead} other {Accept {shown} leads}}',
    decline: '{count, plural, one {Decline {shown} lead} other {Decline {shown} leads}}',
    assign: '{count, plural, one {Assign {shown} lead} other {Assign {shown} leads}}',
    favorite: '{count, plural, one {Add {shown} lead to favorites} other {Add {shown} leads to favorites}}',
    unfavorite:
      '{count, plural, one {Remove {shown} lead from favorites} other {Remove {shown} leads from favorites}}',
    'report-spam': '{count, plural, one {Report {shown} lead as spam} other {Report {shown} leads as spam}}',
    'close-as-error':
      '{count, plural, one {Close {shown} lead as an error} other {Close {shown} leads as errors}}',
  },
  done: {
    accept:
      '{count, plural, =0 {No lead accepted.} one {{shown} lead accepted.} other {{shown} leads accepted.}}',
    decline:
      '{count, plural, =0 {No lead declined.} one {{shown} lead declined.} other {{shown} leads declined.}}',
    assign:
      '{count, plural, =0 {No lead assigned.} one {{shown} lead assigned.} other {{shown} leads assigned.}}',
    favorite:
      '{count, plural, =0 {No lead added to favorites.} one {{shown} lead added to favorites.} other {{shown} leads added to favorites.}}',
    unfavorite:
      '{count, plural, =0 {No lead removed from favorites.} one {{shown} lead removed from favorites.} other {{shown} leads removed from favorites.}}',
    'report-spam':
      '{count, plural, =0 {No lead reported as spam.} one {{shown} lead reported as spam.} other {{shown} leads reported as spam.}}',
    'close-as-error':
      '{count, plural, =0 {No lead closed as an error.} one {{shown} lead closed as an error.} other {{shown} leads closed as errors.}}',
  },
  undone:
    '{count, plural, =0 {Nothing undone.} one {Undone for {shown} lead.} other {Undone for {shown} leads.}}',
  refused: '{count, plural, one {{shown} was left alone.} other {{shown} were left alone.}}',
  untouched: '{count, plural, one {{shown} wasn’t reached.} other {{shown} weren’t reached.}}',
  progress: {
    running: '{action}: {done} of {total} done, {percent}',
    undoing: 'Undo for {total} leads: {done} of {total} done, {percent}',
    goesOn: 'You can leave this page.',
    cancelLabel: 'Cancel: {action}',
    cancelFailed: 'Couldn’t cancel it',
    cancelled: 'Canceled.',
    failed: 'It stopped because of a problem on our side.',
    dismiss: 'Close this message',
    started: 'It goes on in the background. You can leave this page.',
  },
  exportFailed: 'Download failed',
  failed: 'Couldn’t do it',
  undoFailed: 'Couldn’t undo it',
  report: {
    open: 'Report',
    title: 'Report',
    unseen: 'A lead that you can’t see',
    group: '{reason} ({shown})',
    download: 'Download as CSV',
    downloadFailed: 'Couldn’t download the report',
    undoUntil: 'You can undo this until <time></time>.',
    loadFailed: 'Couldn’t load the report',
  },
} as const;
