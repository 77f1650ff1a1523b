export const partnerRoles = ['account-admin', 'profile-admin', 'referrals-admin', 'referrals-user'] as const;

export const operatorRoles = ['operator-admin', 'seller', 'marketer'] as const;

export const roles = [...partnerRoles, ...operatorRoles] as const;
export type Role = (typeof roles)[number];

export const apiTokenScopes = ['leads:read', 'leads:write', 'leads:create', 'mails:bounces'] as const;
export type ApiTokenScope = (typeof apiTokenScopes)[number];
