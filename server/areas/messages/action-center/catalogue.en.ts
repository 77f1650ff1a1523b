/** What the Action center says, and errors about notifications and announcements. */
export const english = {
  action: {
    'fix-address': {
      title: 'Your email address doesn’t work',
      detail: 'Email to {address} bounced. Correct the address, or confirm that it works.',
    },
    'confirm-address': {
      title: 'Confirm your email address',
      detail: 'Then you know that notifications about leads reach you at {address}.',
    },
    'route-leads': {
      title:
        '{count, plural, one {# lead is waiting to be sent to a partner} other {# leads are waiting to be sent to a partner}}',
      detail: 'They could not be routed, so no partner sees them.',
    },
    'decide-quarantine': {
      title:
        '{count, plural, one {# submission is waiting in the quarantine} other {# submissions are waiting in the quarantine}}',
      detail: 'Release genuine requests and they become leads.',
    },
    'share-leads': {
      title:
        '{count, plural, one {# lead is waiting for someone with capacity} other {# leads are waiting for someone with capacity}}',
      detail: 'No rule can assign them to anyone right now. Assign them yourself, or change the rules.',
    },
    'look-at-failed-mails': {
      title:
        '{count, plural, one {# email was not delivered in the last {days, number} days} other {# emails were not delivered in the last {days, number} days}}',
      detail: 'See why in the outbox, and try again.',
    },
    'fix-colleagues-addresses': {
      title: {
        one: 'Email doesn’t reach {first}',
        two: 'Email doesn’t reach {first} and {second}',
        three: 'Email doesn’t reach {first}, {second} and {third}',
        more: 'Email doesn’t reach {first}, {second}, {third} and {rest, number} more',
      },
      detail: 'Their mail server rejected it. Ask them to correct the address in their profile.',
    },
    'next-step': 'Next step with {customer}',
    'answer-lead': 'Respond to {customer}',
  },
  /** In the middle of what is to be done. */
  customer: {
    withoutCompany: '{name} (no company given)',
    unnamed: 'a customer (no company given)',
  },
  notification: {
    'new-lead': 'New lead: {customer}',
    'hot-lead': 'Hot lead: {customer}',
    'expiring-soon': 'Expires soon: {customer}',
    'lead-expired': 'Expired without an answer: {customer}',
    'team-assignment': '{colleague} added you to the team for {customer}',
    assignment: '{colleague} assigned {customer} to you',
    unanswered: 'Not answered for {hours, plural, one {# working hour} other {# working hours}}: {customer}',
    mention: '{colleague} mentioned you about {customer}',
    'sent-lead': {
      accepted: '{partner} accepted {customer}',
      declined: '{partner} declined {customer}',
      expired: '{partner} did not answer in time about {customer}',
      won: '{partner} won the deal with {customer}',
      lost: '{partner} closed without a deal: {customer}',
    },
    'direct-expired': '{partner} did not answer {customer}',
    'export-ready': {
      title: 'Your export is ready: {rows, plural, one {# lead} other {# leads}}',
      detail: 'Download the file while it’s kept.',
    },
    'export-failed': {
      title: 'Your export failed',
      broken: 'The file couldn’t be made. Try again, or export fewer leads.',
      'too-large': 'The file is too large. Export fewer leads or columns.',
    },
    /** Who has no name, or none that the reader may see. */
    customer: 'a customer',
  },
  noNotification: 'You have no notification with this ID.',
  noAnnouncement: 'There is no announcement with this ID, or it has already been withdrawn.',
} as const;
