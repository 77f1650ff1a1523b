import type { Role } from '../lists.ts';

/** What the roles are called; apart from the other words, as every page of the app shows them. */
export const english = {
  'account-admin': 'Account admin',
  'profile-admin': 'Business profile admin',
  'referrals-admin': 'Referrals admin',
  'referrals-user': 'Referrals user',
  'operator-admin': 'Operator admin',
  seller: 'Seller',
  marketer: 'Marketer',
} as const satisfies Record<Role, string>;
