/** The footer of every email. */
export const english = {
  reason: {
    'profile-contact':
      'You got this email because you are the contact of the profile that the customer found.',
    'offer-contact': 'You got this email because you are named as a contact of this offer.',
    'location-admin': 'You got this email because you are responsible for leads at this location.',
    'organization-admin': 'You got this email because you are responsible for leads in your organization.',
    'view-follower': 'You got this email because you follow a view that shows these leads.',
    'team-added': 'You got this email because someone added you to the lead’s team.',
    assigned: 'You got this email because someone assigned a lead to you.',
    mentioned: 'You got this email because someone mentioned you.',
    'lead-sender': 'You got this email because you sent this lead.',
    operator: 'You got this email because you run this installation.',
    'customer-request': 'You got this email because you asked a partner to get in touch with you.',
    invited: 'You got this email because someone invited you.',
    asked: 'You got this email because it was requested on the sign-in page or in your settings.',
    'account-admin': 'You got this email because you are an Account admin of your organization.',
    'sender-left': 'You got this email because the person who sent this lead no longer works with you.',
    'address-replaced': 'You got this email because this was the email address of your account.',
    'named-as-contact': 'You got this email because a partner wants to name this address as a contact.',
  },
  settings: 'Choose which emails you get',
  unsubscribe: 'Turn off these emails',
  timesIn: 'Times are in the time zone {zone}.',
} as const;
