/** Who owns a lead, and choosing someone else. */
export const english = {
  nobody: 'Nobody',
  me: '{name} (you)',
  left: '{name} (no longer works on leads here)',
  take: 'Assign to me',
  choose: '<hidden>Owner:</hidden> <name></name> <hidden>(choose someone else)</hidden>',
  chooseFirst: '<hidden>Owner:</hidden> Nobody <hidden>(choose someone)</hidden>',
  hint: 'Choose the owner (i)',
  search: 'Search colleagues',
  list: 'Colleagues',
  loadFailed: 'Couldn’t load the colleagues',
  noMatches: 'No matches',
  now: 'Owner now',
  done: {
    me: 'You own this lead now',
    other: '{name} owns this lead now',
    nobody: 'Nobody owns this lead now',
  },
  failed: 'Couldn’t change the owner',
  overtaken: 'Someone else changed the owner',
  overtakenBy: '{name} owns this lead now. Choose again if that isn’t right.',
  overtakenByNobody: 'Nobody owns this lead now. Choose again if that isn’t right.',
} as const;
