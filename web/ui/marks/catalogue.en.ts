/** Texts of the icons for leads and their contacts. */
export const english = {
  informational: {},
  contact: {
    email: {
      notGiven: 'Email address not given',
      checking: 'Email address: being checked. The result will appear here',
      validity: 'Email address: {validity}',
      Valid:
        'Email address: {validity}. The domain accepts mail. Open the lead to see whether the mailbox was checked',
      Invalid: 'Email address: {validity}. It doesn’t accept mail',
      Spam: 'Email address: {validity}. It’s known for spam or is a disposable address',
      Unknown: 'Email address: {validity}. We couldn’t tell whether it works',
    },
    phone: {
      notGiven: 'Phone number not given',
      checking: 'Phone number: being checked. The result will appear here',
      validity: 'Phone number: {validity}',
      Valid:
        'Phone number: {validity}. It fits the numbering plan. Open the lead to see whether it’s in service',
      Invalid: 'Phone number: {validity}. No one can be reached there',
      Spam: 'Phone number: {validity}. It’s known for spam',
      Unknown: 'Phone number: {validity}. We couldn’t tell whether it works',
    },
  },
  validOn: '{validity} ({basis})',
  notRated: 'Not rated',
  hotness: {
    hot: {
      label: 'Hot',
      hint: 'Hot: the customer asked to be contacted directly',
    },
    'was-hot': {
      label: 'Was hot',
      hint: 'The customer asked to be contacted directly a few days ago',
    },
  },
  test: {
    label: 'Test',
    hint: 'Test lead: not rated or counted',
  },
  withheld: {
    label: 'Contact withheld',
    Expired: 'Contact withheld: the lead expired unanswered',
    NoConsent: 'Contact withheld: the customer didn’t agree to be contacted',
  },
} as const;
