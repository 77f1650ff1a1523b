import type { BusinessProfile, ProfileLocation } from '../../../contract/profiles/profiles.ts';
import type { Vocabularies } from '../../../contract/vocabularies/vocabularies.ts';
import { idOf, makeMe, partsNow } from '../../../test/parts/made.ts';
import type { Answers } from '../../../test/parts/server.ts';
import { emptyLocation } from './editing/draft-fields.ts';

export const profileId = idOf(500);
export const locationId = idOf(501);
export const grace = { id: idOf(902), name: 'Grace Okafor', email: 'grace@contoso.example' };
/** Somebody who may edit profiles. */
export const editor = () => makeMe({ permissions: { editProfiles: true, deleteProfiles: true } });

/** A location in Munich that was never published. */
export function makeLocation(more: Partial<ProfileLocation> = {}): ProfileLocation {
  return {
    ...emptyLocation('DE'),
    id: locationId,
    name: 'Munich',
    street: 'Theresienhöhe 11',
    city: 'Munich',
    postalCode: '80339',
    contact: { name: 'Grace Okafor', email: grace.email, phone: '' },
    address: null,
    addressFixed: false,
    place: { match: 'match', proposed: null },
    contactConfirmed: true,
    ...more,
  };
}

/** A draft of Contoso for Germany with one location. */
export function makeProfile(more: Partial<BusinessProfile> = {}): BusinessProfile {
  return {
    id: profileId,
    organizationId: idOf(900),
    companyName: 'Contoso',
    country: 'DE',
    state: 'draft',
    revision: 5,
    publishedAt: null,
    hasChanges: true,
    unavailableUntil: null,
    draft: {
      logo: null,
      description: 'We move servers.',
      website: 'https://www.contoso.example',
      linkedIn: '',
      languages: ['de'],
      industries: [],
      products: [],
      services: [],
      solutions: [],
      skills: [],
      customerSizes: [],
      optOutOfOtherSizes: false,
      budgetFrom: null,
    },
    locations: [makeLocation()],
    logo: null,
    published: null,
    ownLocations: [{ id: idOf(700), name: 'Munich office' }],
    members: [grace],
    lastChanges: [],
    problems: [],
    hints: [],
    editors: [],
    mayDelete: true,
    ...more,
  };
}

/** The profile after a field was changed: one revision on. */
export function changed(
  profile: BusinessProfile,
  draft: Partial<BusinessProfile['draft']>,
  by = 'Ada Berg',
): BusinessProfile {
  const revision = profile.revision + 1;
  const fields = Object.keys(draft);
  return {
    ...profile,
    revision,
    draft: { ...profile.draft, ...draft },
    lastChanges: [
      ...profile.lastChanges.filter(({ field }) => !fields.includes(field)),
      ...fields.map((field) => ({ field, revision, by, at: partsNow.toISOString() })),
    ],
  };
}

const value = (code: string, label: string, state: 'offered' | 'retired' = 'offered') => ({
  code,
  label,
  labels: null,
  state,
  replacedBy: null,
  parent: null,
});

const vocabularies: Vocabularies = {
  packs: null,
  items: [
    {
      name: 'industries',
      revision: '1',
      values: [value('Education', 'Education'), value('Retail', 'Retail')],
    },
    {
      name: 'products',
      revision: '1',
      values: [value('Azure', 'Azure'), value('Yammer', 'Yammer', 'retired')],
    },
    { name: 'services', revision: '1', values: [value('Licensing', 'Licensing')] },
    { name: 'solutions', revision: '1', values: [value('Backup', 'Backup and recovery')] },
    {
      name: 'customerSizes',
      revision: '1',
      values: [value('1to9employees', '1 to 9'), value('10to50employees', '10 to 50')],
    },
  ],
};

/** What the server says beside the profile itself; nobody else has it open. */
export const aroundProfile: Answers = {
  'GET /api/v1/vocabularies': vocabularies,
  'PUT /api/v1/business-profiles/:id/presence': { revision: 0, editors: [] },
  'DELETE /api/v1/business-profiles/:id/presence': undefined,
};
