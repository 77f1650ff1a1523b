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
    all: '{count, plural, one {Applies to the selected lead.} other {Applies to the {shown} selected leads.}}',
    part: 'Applies to {shown} of {of} selected leads. This isn’t possible for the rest.',
    query:
      '{count, plural, one {Applies to the only result. If this isn’t possible, the lead is skipped and listed in the report.} other {Applies to all {shown} results. Leads where this isn’t possible are skipped and listed in the report.}}',
  },
  accept: {
    same: 'Each lead becomes a deal with these details. You can change each one later.',
    number: 'Number',
    insert: 'Insert:',
    insertPlace: 'Insert {place}',
    example: 'For example: {name}',
    unnamed: 'Deal {number}',
    unknownPlace: 'Use only {places} in braces',
  },
  decline: {
    explanation: 'Declined leads are <b>archived and can’t be reopened</b>.',
    toldLoading: 'Checking how many customers we’ll email…',
    told: '{count, plural, =0 {We won’t email any customers.} one {We’ll email {shown} customer.} other {We’ll email {shown} customers.}}',
    toldMany: 'We’ll email each customer who asked on a public page.',
    spam: 'Their email addresses are also reported as spam, and we tell the customers nothing. You can withdraw a report on the page of each lead.',
  },
  closeAsError: {
    explanation:
      'For leads received by mistake. They’re archived, left out of all figures, and can’t be reopened.',
  },
  reportSpam: {
    explanation:
      'Contacts that many partners report are marked as spam for everyone. You can withdraw a report on the page of each lead.',
  },
  assign: {
    to: 'New owner',
    people: 'Colleagues',
    nobody: 'No owner',
    fair: 'Leads are shared out evenly: each goes to the person with the fewest open leads.',
    peopleLabel: 'Who gets the leads',
    missing: 'Choose at least one person',
    noMatches: 'No matching colleagues',
  },
  changed: {
    title: 'The results changed, so we haven’t done anything yet.',
    text: 'Their number went from {before} to {now}.',
    received:
      '{count, plural, one {{shown} new lead has arrived since and isn’t included.} other {{shown} new leads have arrived since and aren’t included.}}',
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
      '{count, plural, =0 {No leads accepted.} one {{shown} lead accepted.} other {{shown} leads accepted.}}',
    decline:
      '{count, plural, =0 {No leads declined.} one {{shown} lead declined.} other {{shown} leads declined.}}',
    assign:
      '{count, plural, =0 {No leads assigned.} one {{shown} lead assigned.} other {{shown} leads assigned.}}',
    favorite:
      '{count, plural, =0 {No leads added to favorites.} one {{shown} lead added to favorites.} other {{shown} leads added to favorites.}}',
    unfavorite:
      '{count, plural, =0 {No leads removed from favorites.} one {{shown} lead removed from favorites.} other {{shown} leads removed from favorites.}}',
    'report-spam':
      '{count, plural, =0 {No leads reported as spam.} one {{shown} lead reported as spam.} other {{shown} leads reported as spam.}}',
    'close-as-error':
      '{count, plural, =0 {No leads closed as errors.} one {{shown} lead closed as an error.} other {{shown} leads closed as errors.}}',
  },
  undone:
    '{count, plural, =0 {Nothing to undo.} one {{shown} lead restored.} other {{shown} leads restored.}}',
  refused: '{shown} skipped.',
  untouched: '{shown} not processed.',
  progress: {
    running: '{action}: {done} of {total} done, {percent}',
    undoing:
      '{count, plural, one {Undo for {total} lead: {done} of {total} done, {percent}} other {Undo for {total} leads: {done} of {total} done, {percent}}}',
    goesOn: 'You can leave this page.',
    cancelLabel: 'Cancel: {action}',
    cancelFailed: 'Couldn’t cancel',
    cancelled: 'Canceled.',
    failed: 'Stopped: something went wrong on our side. Leads already changed stay changed.',
    dismiss: 'Close this message',
    started: 'Running in the background. You can leave this page.',
  },
  failed: 'Couldn’t change the leads',
  undoFailed: 'Couldn’t undo the changes',
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
