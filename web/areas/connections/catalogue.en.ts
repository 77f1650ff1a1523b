/** Texts of the settings of the calendar link. */
export const english = {
  feed: {
    name: 'Your calendar link',
    none: 'No calendar link yet',
    noneHint:
      'Create one to see in your calendar when to answer leads and when customers are expected to buy.',
    create: 'Create link',
    notCreated: 'Couldn’t create the link',
    created: 'Created <when></when>',
    neverRead: 'No calendar has read it yet',
    lastRead: 'Last read <when></when>',
    replace: 'Replace',
    revoke: 'Revoke',
    revoked: 'Calendar link revoked.',
    notRevoked: 'Couldn’t revoke the link',
    newHint:
      'Add it to your calendar as a subscription. Anyone with the link can see customers’ company names and the dates, so keep it as secret as a password. It shows no contact details.',
  },
  confirmReplacement: {
    title: 'Replace your calendar link?',
    hint: 'Calendars that use your current link stop updating immediately. Add the new link to each of them.',
    submit: 'Replace link',
  },
  confirmRevocation: {
    title: 'Revoke your calendar link?',
    hint: 'Calendars that use it stop updating immediately. You can’t undo this.',
    submit: 'Revoke link',
  },
  howTo: {
    title: 'How to subscribe',
    hint: 'Create a link, copy it and add it to your calendar as a subscription. Don’t import it: an import never updates.',
    google: '<b>Google Calendar</b>: next to “Other calendars”, choose +, then “From URL”.',
    outlook: '<b>Outlook</b>: in the calendar, choose “Add calendar”, then “Subscribe from web”.',
    apple:
      '<b>Apple Calendar</b>: choose “File”, then “New Calendar Subscription”. On an iPhone: “Add Calendar”, then “Add Subscription Calendar”.',
    thunderbird: '<b>Thunderbird</b>: choose “New Calendar”, then “On the Network”.',
    internet:
      'Online calendars such as Google Calendar and Outlook read the link over the internet, so they must be able to reach this installation. They decide how often to update: some take a day.',
  },
} as const;
