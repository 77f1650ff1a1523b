/** The email about leads without anyone responsible. */
export const english = {
  subject:
    '{count, plural, one {1 lead with no one to answer it} other {{shown} leads with no one to answer them}}',
  heading:
    '{count, plural, one {1 lead is} other {{shown} leads are}} waiting, and we can’t reach anyone responsible',
  expireSoon: 'They expire soon.',
  giveRole: 'Give someone the role Referrals admin, or correct the email address of whoever has it.',
  giveRoleAt:
    'Give someone the role Referrals admin for {locations}, or correct the email address of whoever has it.',
  choose: 'Choose who is responsible',
} as const;
