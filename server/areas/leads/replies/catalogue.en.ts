/** Errors about reply templates. */
export const english = {
  unknown: 'There is no template with this ID, or it was deleted.',
  starter: 'This template comes with Leadlight and can’t be changed. Copy its text into a template of yours.',
  sharing: 'Only Referrals admins of the whole organization can share templates, or change shared ones.',
  tooMany: 'You already have {most, number} templates, which is the limit. Delete one first.',
  tooManyShared:
    'Your organization already shares {most, number} templates, which is the limit. Delete one first.',
} as const;
