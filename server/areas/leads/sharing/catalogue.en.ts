/** Errors about rules that give leads to people. */
export const english = {
  stranger: 'is not somebody who works on leads here',
  worksNoLeads: 'is {name}, who doesn’t work on leads here',
} as const;
