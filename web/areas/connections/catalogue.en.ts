/** What the settings of the calendar link say. */
export const english = {
  feed: {
    title: 'Calendar',
    name: 'Your calendar link',
    none: 'No calendar link yet',
    noneHint:
      'With a link, your calendar shows when leads must be answered and when customers are expected to buy.',
    create: 'Create link',
    notCreated: 'The link was not created',
    created: 'Created <when></when>',
    neverRead: 'Not read by a calendar yet',
    lastRead: 'Last read <when></when>',
    replace: 'Replace',
    revoke: 'Revoke',
    revoked: 'The calendar link is revoked.',
    notRevoked: 'The link was not revoked',
    newHint:
      'Enter it in your calendar as a subscription. Anyone with the link sees the names of customers’ companies and the dates, so keep it as secret as a password. It shows no contact details.',
  },
  confirmReplacement: {
    title: 'Replace your calendar link?',
    hint: 'Calendars that use your current link stop updating at once. Enter the new link in each of them.',
    submit: 'Replace link',
  },
  confirmRevocation: {
    title: 'Revoke your calendar link?',
    hint: 'Calendars that use it stop updating at once. You can’t undo this.',
    submit: 'Revoke link',
  },
  howTo: {
    title: 'How to subscribe',
    hint: 'Create the link, copy it, and add it to your calendar as a subscription, not as an import: an import never updates.',
    google: '<b>Google Calendar</b>: beside “Other calendars” choose +, then “From URL”.',
    outlook: '<b>Outlook</b>: in the calendar choose “Add calendar”, then “Subscribe from web”.',
    apple:
      '<b>Apple Calendar</b>: choose “File”, then “New Calendar Subscription”. On an iPhone: “Add Calendar”, then “Add Subscription Calendar”.',
    thunderbird: '<b>Thunderbird</b>: choose “New Calendar”, then “On the Network”.',
    internet:
      'Calendars on the internet, such as Google’s and Outlook’s, read the link from there, so this installation must be reachable from the internet. How often they read it is up to them: some take a day.',
  },
} as const;
