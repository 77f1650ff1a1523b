/** The page that turns off emails of one kind. */
export const english = {
  title: {
    ask: 'Turn off these emails?',
    off: 'These emails are turned off',
    on: 'These emails are turned on again',
  },
  about: 'These are emails for your work at <name>{organization}</name>:',
  ask: 'Nothing changes until you press the button.',
  off: 'You no longer get them. Required emails, such as those about new leads that need an answer, still come.',
  on: 'You get them as before.',
  everywhere: 'If you work for more than one organization, this applies to all of them.',
  turnOff: 'Turn off these emails',
  undo: 'Undo',
  settings: 'All email settings',
  ended: {
    title: 'This link no longer works',
    text: 'You don’t get these emails: your account no longer belongs to the organization that they were about.',
  },
} as const;
