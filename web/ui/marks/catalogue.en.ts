/** What icons about leads and their contacts say. */
export const english = {
  informational: {
    label: 'Informational',
    hint: 'For your information: nothing to accept or decline',
  },
  contact: {
    email: {
      notGiven: 'Email address not given',
      checking: 'Email address: it is being checked; the result appears here by itself',
      validity: 'Email address: {validity}',
      Valid:
        'Email address: {validity}, the domain accepts mail; whether the mailbox was checked is shown with the lead',
      Invalid: 'Email address: {validity}, mail does not arrive there',
      Spam: 'Email address: {validity}, known for spam, or a disposable address',
      Unknown: 'Email address: {validity}, we could not find out',
    },
    phone: {
      notGiven: 'Phone number not given',
      checking: 'Phone number: it is being checked; the result appears here by itself',
      validity: 'Phone number: {validity}',
      Valid:
        'Phone number: {validity}, it fits the numbering plan; whether it is in service is shown with the lead',
      Invalid: 'Phone number: {validity}, nobody can be reached there',
      Spam: 'Phone number: {validity}, known for spam',
      Unknown: 'Phone number: {validity}, we could not find out',
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
      hint: 'The customer asked to be contacted directly; the first days have passed',
    },
  },
  test: {
    label: 'Test',
    hint: 'Sent as a test: not rated, not counted',
  },
  withheld: {
    label: 'Contact withheld',
    Expired: 'Contact withheld: the lead expired unanswered',
    NoConsent: 'Contact withheld: the customer did not agree to be contacted',
  },
} as const;
