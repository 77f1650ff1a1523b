/** Errors about accounts, their links and their roles. */
export const english = {
  links: {
    unknown: 'This link isn’t valid. Copy all of it from the email, or ask for a new one.',
    tooMany: 'Too many of these emails were sent within an hour. Try again in {minutes, number} min.',
  },
  linkOver: {
    join: {
      used: 'This invitation has already been accepted. Sign in with the account that accepted it.',
      replaced:
        'This invitation was canceled, or sent again with a new link. Look for a newer email, or ask the person who invited you.',
      expired:
        'This invitation has expired: its link works for {life}. Ask the person who invited you to send it again.',
    },
    reset: {
      used: 'This link was already used to choose a new password. Sign in with that password, or request another link.',
      replaced: 'This link no longer works. Request a new one.',
      expired: 'This link has expired: it works for {life}. Request a new one.',
    },
    verify: {
      used: 'This address has already been confirmed with this link. There is nothing left to do.',
      replaced:
        'This link was replaced by a newer one. Look for a newer email, or send another from your profile.',
      expired: 'This link has expired: it works for {life}. Send another from your profile.',
    },
  },
  password: {
    tooSimple: 'must not repeat the same few characters',
    isEmail: 'must not be the email address',
    neededForEmail: 'is needed to change the email address',
    tooManyResets:
      'A new password was requested several times. Check your inbox, or try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  newAccount: {
    lacksBoth: 'A new account needs a name and a password.',
    lacksName: 'A new account needs a name.',
    lacksPassword: 'A new account needs a password.',
    isNeeded: 'is needed',
    isThereSignIn: 'There’s already an account with this address. Sign in with its password.',
    isThereOpenAgain:
      'There’s already an account with this address. Open the link again and sign in with its password.',
  },
  email: {
    taken: 'Another account has this address. Choose another address.',
    signInFirst: 'Sign in to the account that the address belongs to, then confirm it.',
    otherAccount: 'You are signed in with another account. Sign in with the one that the address belongs to.',
  },
  roles: {
    otherKind: 'must be one of the roles of this organization: {roles}',
    noOtherAdmin: 'No one else can manage this organization. Give someone else this role first.',
    ownAdmin: 'This is the role you manage people with. Ask another admin to remove it.',
    noMember: 'No one with this ID belongs to the organization. Invite them by email.',
    foreignLocation: 'is not a location of this organization',
    alreadyHeld: 'This person already has this role.',
    gone: 'There is no such role, or it has already been removed.',
  },
  invitations: {
    alreadyMember:
      'This person already belongs to the organization. Give them the role in the list of people.',
    gone: 'There is no open invitation with this ID. It may have been accepted or canceled.',
  },
} as const;
