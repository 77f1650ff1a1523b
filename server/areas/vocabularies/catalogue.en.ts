/** Errors about vocabularies. */
export const english = {
  noValue: 'This vocabulary has no value with this code.',
  full: 'A vocabulary can have at most {most, number} values.',
  code: {
    taken:
      'This vocabulary already has a value with this code: {label}. Codes are compared without case and spaces.',
    isThere: 'is the code of another value',
  },
  label: {
    taken: 'is the label of another value',
    needed: 'is needed: every value has an English label',
  },
  parent: {
    needed: 'is missing: a vertical belongs to an industry',
    none: 'is only for verticals',
    unknown: 'is not the code of an industry that is in use',
    retired: '{label} belongs to {parent}, which is retired. Bring that back first.',
    inUse: '{label} has verticals that are still in use: {verticals}. Retire them first.',
  },
  order: 'must name every value that is not retired, and no others',
  replacement: {
    unknown: 'is not the code of another value of this vocabulary that is in use',
    needed: 'is needed: other retired values are found through this one: {labels}',
  },
} as const;
