/** What the operator’s block and allow lists say. */
export const english = {
  add: 'Add',
  list: 'List',
  search: 'Search the {list, select, allow {allow list} other {block list}}',
  explanation: {
    block:
      'Addresses and domains on this list count as spam for every partner, and numbers as invalid. Anything several partners report is added automatically.',
    allow: 'Addresses and domains on this list never count as spam, whatever other lists and reports say.',
  },
  precedence: 'The allow list takes precedence. Changes also apply to earlier leads.',
  entry: {
    addedBy:
      'Added by {who, select, reports {partners’ reports} unknown {the operator} other {{name}}}, <when></when>',
    removeNamed: 'Remove {value} from the {list, select, allow {allow list} other {block list}}',
    removing: 'Removing…',
  },
  empty: {
    noMatch: 'No matching entries',
    block: {
      title: 'Nothing is blocked',
      text: 'We already know disposable domains. They don’t need to be listed here.',
    },
    allow: {
      title: 'Nothing is on the allow list',
      text: 'Add an address or a domain that must never count as spam.',
    },
  },
  removal: {
    title: 'Remove {value} from the block list?',
    text: 'Partners reported it, and the next report will add it again. If it isn’t spam, add it to the allow list instead: that’s permanent.',
  },
  adding: {
    title: 'Add to a list',
    submit: 'Add to the {list, select, allow {allow list} other {block list}}',
    value: 'Address, domain or number',
    form: {
      address: 'name@domain',
      domain: 'What comes after the @ of an address',
      phone: 'With the country code, such as +49',
    },
    kind: 'What is it?',
    subdomains: 'Its subdomains count too.',
    list: 'List',
    note: 'Note',
    noteHint: 'Tell others why it’s on the list.',
    problem: {
      nothing: 'Enter an address, a domain, or a number',
      noAddress: 'Enter an address in the form name@domain',
      noDomain: 'This is an address. Choose “Email address”, or enter only what comes after the @',
      noCountryCode: 'Start with the country code, such as +49',
    },
  },
  told: {
    added: '{value} is now on the {list, select, allow {allow list} other {block list}}.',
    removed: '{value} was removed from the {list, select, allow {allow list} other {block list}}.',
    restored: '{value} is back on the {list, select, allow {allow list} other {block list}}.',
    notRemoved: 'Couldn’t remove {value}',
    notRestored: 'Couldn’t restore {value}',
  },
} as const;
