/** Who is told of a lead, and why not; and errors about it. */
export const english = {
  noColleague: 'There is no one with this ID in your organization.',
  category: {
    account: {
      title: 'Your account',
      explanation: 'Invitations, new passwords and the confirmation of your address.',
      requiredReason: 'You or an admin asked for them, and you could not sign in without them.',
    },
    announcements: {
      title: 'Announcements',
      explanation: 'What the operator announces to partners; in the Action center, not by email.',
    },
  },
  /** How someone was told of a lead, or why not. */
  notice: {
    unmailed: 'Not emailed: {reason}.',
    waits: 'Waiting for the daily digest.',
    individual: {
      written: 'An email was written.',
      returned: 'An email was sent but bounced: the address doesn’t accept email.',
      waiting: 'An email is waiting to be sent.',
      sent: 'An email was sent.',
      failed: 'An email could not be delivered.',
      kept: 'An email was not sent: no mail server is set up.',
    },
    digest: {
      written: 'The daily digest was written.',
      returned: 'The daily digest was sent but bounced: the address doesn’t accept email.',
      waiting: 'The daily digest is waiting to be sent.',
      sent: 'The daily digest was sent.',
      failed: 'The daily digest could not be delivered.',
      kept: 'The daily digest was not sent: no mail server is set up.',
    },
    because: '{notice} Reason: {reason}.',
  },
  why: {
    informational: 'Nobody is emailed about informational leads: there is nothing to answer.',
    disabled: 'The account of {name} is disabled.',
    expected: '{name} is responsible for this lead now, but was not when it came in, or it came in just now.',
    contact: 'Inquiries through a profile go to the contact of its location: {contact}.',
    user: '{name} is a Referrals user: they are emailed when a lead is assigned to them, or when they are added to its team.',
    noRole: '{name} has no role that is responsible for leads.',
    ownAdmins:
      '{here} has its own Referrals admins: they are told instead of those of the whole organization.',
    elsewhere: '{name} is responsible for leads of {theirs}; this lead is for {here}.',
    noLocation: 'no location',
  },
  recipient: {
    nobody: 'Nobody',
    sender: 'The sender',
    sendersOrganization: 'The sender’s organization',
    operator: 'The operator',
    customer: 'The customer',
    former: 'A former colleague',
  },
} as const;
