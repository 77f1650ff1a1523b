/** What the operator’s block and allow lists say. */
export const english = {
  title: 'Spam lists',
  add: 'Add',
  list: 'List',
  search: 'Search the {list}',
  searchHint: 'Search',
  explanation: {
    block:
      'Addresses and domains on this list count as spam for every partner, and numbers as invalid. What several partners report is added automatically.',
    allow: 'Addresses and domains on this list never count as spam, whatever other lists and reports say.',
  },
  precedence: 'Allow beats block. Changes apply to older leads too.',
  loadFailed: 'No more entries could be loaded',
  entry: {
    addedBy:
      'By {who, select, reports {partners’ reports} unknown {the operator} other {{name}}}, <when></when>',
    remove: 'Remove',
    removeNamed: 'Remove {value} from the {list}',
    removing: 'Removing…',
  },
  empty: {
    noMatch: 'Nothing on this list matches',
    clearSearch: 'Clear the search',
    block: {
      title: 'Nothing is blocked',
      text: 'Disposable domains are known without being listed here.',
    },
    allow: {
      title: 'Nothing is on the allow list',
      text: 'Add an address or a domain that must never count as spam.',
    },
  },
  removal: {
    title: 'Remove {value} from the block list?',
    text: 'Partners’ reports put it there, and the next report will do so again. If it isn’t spam, add it to the allow list instead: that is permanent.',
    confirm: 'Remove',
  },
  adding: {
    title: 'Add to a list',
    submit: 'Add to the {list}',
    value: 'Address, domain or number',
    example: 'For example {example}',
    kind: 'What is it?',
    subdomains: 'Its subdomains count too.',
    list: 'List',
    note: 'Note',
    noteHint: 'Why it is on the list, for others who read it.',
    problem: {
      nothing: 'Enter an address, a domain, or a number',
      noAddress: 'Enter an address, such as kim@spam.example',
      noDomain: 'This is an address: choose Email address, or leave out what is before the @',
      noCountryCode: 'Begin with the country code, such as +49',
    },
  },
  told: {
    added: '{value} is on the {list} now.',
    removed: '{value} is removed from the {list}.',
    restored: '{value} is on the {list} again.',
    notRemoved: '{value} was not removed',
    notRestored: '{value} was not restored',
  },
} as const;
