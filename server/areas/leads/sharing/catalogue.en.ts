/** Errors about rules that give leads to people. */
export const english = {
  stranger: 'is not somebody who works on leads here',
  seesNotAll: 'is {name}, who is not a Referrals admin of the whole organization',
  worksNoLeads: 'is {name}, who doesn’t work on leads here',
} as const;
