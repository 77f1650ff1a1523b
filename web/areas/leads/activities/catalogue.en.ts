/** Activities on a lead: writing, reading and changing them. */
export const english = {
  title: 'Activities',
  kinds: 'What it is',
  text: {
    note: 'Note',
    other: 'What was said or agreed',
    placeholder: {
      note: 'Write a note. @ mentions a colleague.',
      call: 'What was said? @ mentions a colleague.',
      email: 'What was it about? @ mentions a colleague.',
      meeting: 'What was agreed? @ mentions a colleague.',
    },
    missing: 'Write something',
    tooLong: 'Use at most 5,000 characters',
  },
  outcome: {
    label: 'How it went',
    none: 'No outcome',
  },
  when: {
    label: 'When it happened',
    earlier: 'It happened earlier',
    future: 'Choose a time that has passed',
    invalid: 'Enter a date and a time',
  },
  save: 'Save {kind, select, note {note} call {call} email {email} other {meeting}}',
  done: {
    added: '{kind, select, note {Note} call {Call} email {Email} other {Meeting}} saved',
    deleted: '{kind, select, note {Note} call {Call} email {Email} other {Meeting}} deleted',
    restored: '{kind, select, note {Note} call {Call} email {Email} other {Meeting}} restored',
  },
  failed: {
    delete: 'Couldn’t delete the activity',
    restore: 'Couldn’t restore the activity',
  },
  none: 'Nothing noted yet. Notes, calls, emails and meetings appear here for everyone who may see this lead.',
  noneReadOnly: 'Nothing noted.',
  earlierFailed: 'Couldn’t load earlier activities',
  withheld: 'The text is no longer shown, because the lead has expired.',
  edited: 'edited',
  editedAt: 'Edited {when}',
  by: '<kind>{what}</kind><muted> by {author}</muted>',
  program: 'API token {name}',
  edit: 'Edit {kind, select, note {note} call {call} email {email} other {meeting}}',
  delete: 'Delete {kind, select, note {note} call {call} email {email} other {meeting}}',
  menu: 'Edit or delete',
  today: 'Today',
  yesterday: 'Yesterday',
  mention: {
    list: 'Colleagues who may see this lead',
    offered:
      '{count, plural, one {# colleague} other {# colleagues}}. {name}. Arrow keys to choose, Enter to insert, Esc to close.',
  },
  conflict: {
    title: 'This activity was changed in the meantime',
    now: 'It says now: “{text}”',
    nowEmpty: 'It has no text now.',
    hint: 'Your words are still in the form. Saving again replaces what it says now.',
  },
} as const;
