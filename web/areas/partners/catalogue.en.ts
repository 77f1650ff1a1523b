/** What the settings say about what a partner shares with the operator. */
export const english = {
  sharing: {
    noOperator: 'This installation has no operator, so nothing is shared.',
    explanation:
      '{operator} always sees where your leads stand: the company, the offer, the rating, your answer and when you gave it, but nothing about your deals. It sees the contact and the message only for leads that its own people sent, unless you share yours. Your access log shows everything it looks at.',
    share: 'Show contacts and messages of our leads to {operator}',
    shareHint: 'Never for leads that expired, or for customers who don’t want to be contacted.',
    standing:
      '<b>Contacts are {isShared, select, yes {shared} other {not shared}} with {operator}.</b> An Account admin of your whole organization can change that.',
    changedBy: 'Changed by {name}, <when></when>.',
    shared: 'Contacts are shared with {operator}.',
    notShared: 'Contacts are no longer shared.',
  },
} as const;
