import type { ProfilePage } from './public-leads.rules.ts';

/** What a page says besides the words that a test is about. */
export const plainPage = {
  address: { street: 'Main street 1', city: 'Munich', state: '', postalCode: '80331', phone: '' },
  point: null,
  linkedIn: null,
  languages: [],
  tags: [],
  skills: [],
  sizes: [],
  budgetFrom: null,
  logoId: null,
  otherPages: [],
  offers: [],
  awayUntil: null,
} satisfies Partial<ProfilePage>;
