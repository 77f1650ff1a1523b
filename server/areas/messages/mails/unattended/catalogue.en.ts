/** The email about leads without anyone responsible. */
export const english = {
  subject: '{count, plural, one {1 lead} other {{shown} leads}} with nobody to answer',
  heading:
    '{count, plural, one {1 lead is} other {{shown} leads are}} waiting, and nobody responsible can be reached',
  expireSoon: 'They expire soon.',
  giveRole: 'Give somebody the role Referrals admin, or correct the email address of whoever has it.',
  giveRoleAt:
    'Give somebody the role Referrals admin for {locations}, or correct the email address of whoever has it.',
  choose: 'Choose who is responsible',
} as const;
