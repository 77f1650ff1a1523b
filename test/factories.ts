import type { Insertable } from 'kysely';
import type { ApiTokenScope, Role } from '../contract/identity/lists.ts';
import type { Lead, Offer } from '../db/types.ts';
import { hashPassword } from '../server/areas/identity/index.ts';
import type { Db } from '../server/platform/database/database.ts';
import { hashSecret, newId, newSecret } from '../server/platform/ids.ts';

/** The password of every person that the factories create. */
export const password = 'correct horse battery';
let passwordHash: Promise<string> | undefined;
let counter = 0;

/** Roles in an organization; each is a role, or a role at one location. */
export type Grants = readonly (Role | { role: Role; locationId: string })[];

/** Creates what a test needs, with its parents; works as the owner, so that tenants are no obstacle. */
export class Factories {
  constructor(
    private readonly db: Db,
    private readonly now: () => Date,
  ) {}

  async organization(kind: 'partner' | 'operator' = 'partner', name = `Organization ${++counter}`) {
    const id = newId();
    await this.db
      .insertInto('organization')
      .values({ id, kind, name, country: 'DE', created_at: this.now() })
      .execute();
    return { id, name, kind };
  }

  async location(organizationId: string, options: { name?: string; isDefault?: boolean } = {}) {
    const id = newId();
    const name = options.name ?? `Location ${++counter}`;
    await this.db
      .insertInto('location')
      .values({
        organization_id: organizationId,
        id,
        name,
        country: 'DE',
        is_default: options.isDefault ?? false,
        created_at: this.now(),
      })
      .execute();
    return { id, name };
  }

  /** A partner with a default location and a publisher. */
  async partner(name?: string) {
    const organization = await this.organization('partner', name);
    const location = await this.location(organization.id, { isDefault: true });
    const publisherId = `publisher${++counter}`;
    await this.db
      .insertInto('publisher')
      .values({ id: publisherId, organization_id: organization.id })
      .execute();
    return { ...organization, location, publisherId };
  }

  async offer(partner: { id: string; publisherId: string }, columns: Partial<Insertable<Offer>> = {}) {
    const id = newId();
    const key = columns.offer_key ?? `offer${++counter}`;
    const row = {
      title: `Offer ${key}`,
      call_to_action: 'ContactMe' as const,
      published_at: this.now(),
      ...columns,
    };
    await this.db
      .insertInto('offer')
      .values({
        ...row,
        organization_id: partner.id,
        id,
        publisher_id: partner.publisherId,
        offer_key: key,
        created_at: this.now(),
      })
      .execute();
    return { id, name: `${partner.publisherId}.${key}`, title: row.title };
  }

  /** A person with roles. */
  async person(organizationId: string, ...grants: Grants) {
    passwordHash ??= hashPassword(password);
    const id = newId();
    const email = `person${++counter}@example.test`;
    const name = `Person ${counter}`;
    await this.db
      .insertInto('person')
      .values({ id, email, name, password_hash: await passwordHash, created_at: this.now() })
      .execute();
    await this.join(id, organizationId, ...grants);
    return { id, email, name };
  }

  async join(personId: string, organizationId: string, ...grants: Grants) {
    for (const grant of grants) {
      const { role, locationId } = typeof grant === 'string' ? { role: grant, locationId: null } : grant;
      await this.db
        .insertInto('membership')
        .values({
          organization_id: organizationId,
          id: newId(),
          person_id: personId,
          role,
          location_id: locationId,
          created_at: this.now(),
        })
        .execute();
    }
  }

  /** A published profile with the page of one location, whose contact has no account. */
  async profile(partner: { id: string; name: string }, locationId: string, country = 'DE') {
    const id = newId();
    const pageId = newId();
    const slug = `profile-${++counter}`;
    const contactEmail = `contact${counter}@example.test`;
    const created_at = this.now();
    await this.db
      .insertInto('business_profile')
      .values({
        organization_id: partner.id,
        id,
        country,
        display_name: partner.name,
        published_at: created_at,
        created_at,
      })
      .execute();
    await this.db
      .insertInto('page_address')
      .values({ organization_id: partner.id, page_id: pageId, slug, created_at })
      .execute();
    await this.db
      .insertInto('profile_location')
      .values({
        organization_id: partner.id,
        id: pageId,
        profile_id: id,
        location_id: locationId,
        slug,
        name: 'Main office',
        country,
        contact_name: 'Front desk',
        contact_email: contactEmail,
        created_at,
      })
      .execute();
    return { id, pageId, slug, contactEmail };
  }

  /** A received Contact me lead, unless the columns say otherwise. */
  async lead(organizationId: string, columns: Partial<Insertable<Lead>> = {}) {
    const id = columns.id ?? newId();
    const receivedAt = new Date((columns.received_at as Date | undefined) ?? this.now());
    const informational = columns.status === null;
    await this.db
      .insertInto('lead')
      .values({
        organization_id: organizationId,
        id,
        qualification: 'Direct',
        lead_type: 'Offer',
        call_to_action: informational ? 'GetItNow' : 'ContactMe',
        lead_source: 'AppSource',
        door: 'api',
        routing_reason: 'Made by a test.',
        customer_name: `Customer ${++counter}`,
        country: 'DE',
        contact_first_name: 'Ada',
        contact_last_name: 'Lovelace',
        contact_email: `customer${counter}@example.test`,
        contact_phone: '+49 30 901820',
        message: 'We would like to know more.',
        contact_allowed: true,
        checks_pending: false,
        status: 'Received',
        received_at: receivedAt,
        updated_at: receivedAt,
        expires_at: informational ? null : new Date(receivedAt.getTime() + 336 * 3_600_000),
        available_until: informational ? new Date(receivedAt.getTime() + 180 * 86_400_000) : null,
        ...columns,
      })
      .execute();
    await this.db
      .insertInto('lead_event')
      .values({
        organization_id: organizationId,
        id: newId(),
        lead_id: id,
        type: 'lead.received',
        at: receivedAt,
        actor_kind: 'system',
        actor_name: 'Test',
        version: 1,
      })
      .execute();
    return id;
  }

  /** An accepted lead with a deal. */
  async acceptedLead(organizationId: string, columns: Partial<Insertable<Lead>> = {}) {
    return this.lead(organizationId, {
      status: 'Accepted',
      accepted_at: this.now(),
      deal_name: 'Deal',
      deal_value_minor: 100_000,
      deal_currency: 'EUR',
      estimated_purchase_date: '2027-03-01',
      ...columns,
    });
  }

  async teamMember(organizationId: string, leadId: string, personId: string) {
    await this.db
      .insertInto('lead_team_member')
      .values({ organization_id: organizationId, lead_id: leadId, person_id: personId, added_at: this.now() })
      .execute();
  }

  /** A shared view of all marketplace leads. @returns its id */
  async savedView(
    organizationId: string,
    ownerId: string,
    columns: { shared?: boolean } = {},
  ): Promise<string> {
    const id = newId();
    const look = { layout: 'grid', density: 'comfortable', limit: 50, columns: null };
    const definition = { query: { tab: 'marketplace', sort: '-createdAt' }, look };
    await this.db
      .insertInto('saved_view')
      .values({
        organization_id: organizationId,
        id,
        owner_id: ownerId,
        name: 'View',
        shared: true,
        definition: JSON.stringify(definition),
        created_at: this.now(),
        updated_at: this.now(),
        ...columns,
      })
      .execute();
    return id;
  }

  async marketplaceKey(organizationId: string) {
    const key = newSecret('lmk');
    await this.db
      .insertInto('intake_endpoint')
      .values({
        organization_id: organizationId,
        id: newId(),
        name: 'Test',
        key_hash: hashSecret(key),
        hint: key.slice(-4),
        created_at: this.now(),
      })
      .execute();
    return key;
  }

  async apiToken(organizationId: string, ...scopes: ApiTokenScope[]) {
    const token = newSecret('llt');
    await this.db
      .insertInto('api_token')
      .values({
        organization_id: organizationId,
        id: newId(),
        name: 'Test',
        token_hash: hashSecret(token),
        hint: token.slice(-4),
        scopes,
        created_at: this.now(),
      })
      .execute();
    return token;
  }
}
