import { beforeEach } from 'vitest';
import {
  type BusinessProfile,
  businessProfile,
  type LocationDraft,
} from '../../../contract/profiles/profiles.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, useTestServer } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';

/** What a change of a draft sends. */
export interface DraftChange {
  readonly fields?: object;
  readonly locations?: object;
}

export const wholeFields = {
  description: 'We move offices to the cloud, and stay for what comes after.',
  website: 'https://contoso.example/cloud',
  linkedIn: 'https://www.linkedin.com/company/contoso',
  languages: ['de', 'en'],
  skills: ['Backup', 'Zero trust'],
};

const inBerlin = (leadsTo: string, { name, email }: { name: string; email: string }): LocationDraft => ({
  name: 'Main office',
  street: 'Musterstraße 1',
  city: 'Berlin',
  state: '',
  postalCode: '10115',
  country: 'DE',
  phone: '+49 30 901820',
  keepAddress: false,
  leadsTo,
  contact: { name, email, phone: '' },
});

/** Where problems are. */
export const fieldsOf = (problems: BusinessProfile['problems']) => problems.map(({ field }) => field);

/** Two partners, and two people of the first who edit its profiles; every test begins without any. */
export function useProfileWorld() {
  const server = useTestServer();
  const contoso = useMade(() => server.make.partner('Contoso'));
  const fabrikam = useMade(() => server.make.partner('Fabrikam'));
  const ada = useMade(() => server.make.person(contoso.id, 'profile-admin'));
  const bob = useMade(() => server.make.person(contoso.id, 'referrals-admin'));
  const asAda = useMade(() => server.signIn(ada));
  const asBob = useMade(() => server.signIn(bob));
  beforeEach(async () => {
    await server.database.ownerPool.query(
      'truncate business_profile, page_address, directory_change, profile_contact cascade',
    );
  });

  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    rest: string,
    sent?: unknown,
    as: Caller = asAda,
  ) => server.request(method, `/api/v1/business-profiles${rest}`, { as, body: sent });
  const begin = async (country = 'DE', as: Caller = asAda) =>
    body(businessProfile, await send('POST', '', { country }, as));
  const read = async (id: string, as: Caller = asAda) =>
    body(businessProfile, await send('GET', `/${id}`, undefined, as));
  const change = (profile: BusinessProfile, what: DraftChange, as: Caller = asAda) =>
    send('PATCH', `/${profile.id}`, { basedOn: profile.revision, ...what }, as);
  const changed = async (profile: BusinessProfile, what: DraftChange) =>
    body(businessProfile, await change(profile, what));
  const publish = (profile: BusinessProfile, as: Caller = asAda) =>
    send('POST', `/${profile.id}/publish`, { basedOn: profile.revision }, as);
  const published = async (profile: BusinessProfile) => body(businessProfile, await publish(profile));

  const berlin = (more: Partial<LocationDraft> = {}) => ({ ...inBerlin(contoso.location.id, ada), ...more });

  /** A draft that could be published. */
  async function whole(more: DraftChange = {}): Promise<BusinessProfile> {
    const { rows } = await server.database.ownerPool.query<{ code: string }>(
      `select code from vocabulary_value where vocabulary = 'industries' order by place limit 2`,
    );
    return changed(await begin(), {
      fields: { ...wholeFields, industries: rows.map(({ code }) => code), ...more.fields },
      locations: more.locations ?? { [newId()]: berlin() },
    });
  }

  return {
    server,
    contoso,
    fabrikam,
    ada,
    bob,
    asAda,
    asBob,
    send,
    begin,
    read,
    change,
    changed,
    publish,
    published,
    berlin,
    whole,
  };
}
