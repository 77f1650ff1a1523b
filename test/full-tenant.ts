import type { Db } from '../server/platform/database/database.ts';
import { newId } from '../server/platform/ids.ts';
import { Factories } from './factories.ts';
import { insertActivities, insertSharing } from './tenant-together.ts';

const at = new Date('2026-11-20T10:00:00.000Z');

export interface FullTenant {
  readonly organizationId: string;
  readonly personId: string;
}

/** A partner with at least one row in every tenant table, none of it published. */
export async function makeFullTenant(db: Db): Promise<FullTenant> {
  const make = new Factories(db, () => at);
  const partner = await make.partner();
  const person = await make.person(partner.id, 'referrals-admin');
  const offer = await make.offer(partner, { published_at: null });
  const lead = await make.lead(partner.id);
  await make.teamMember(partner.id, lead, person.id);
  await make.marketplaceKey(partner.id);
  await make.apiToken(partner.id, 'leads:read');
  const own = { organization_id: partner.id };
  const profile_id = newId();
  await db
    .insertInto('offer_storefront')
    .values({ ...own, offer_id: offer.id, storefront_code: 'AppSource' })
    .execute();
  await db
    .insertInto('offer_draft')
    .values({ ...own, offer_id: offer.id, draft: '{}', preview_key: newId() })
    .execute();
  await db
    .insertInto('offer_contact')
    .values({ ...own, offer_id: offer.id, place: 0, address: 'erika@partner.test' })
    .execute();
  await db
    .insertInto('business_profile')
    .values({ ...own, id: profile_id, country: 'DE', display_name: 'Profile', created_at: at })
    .execute();
  const ofProfile = { ...own, profile_id };
  const [page_id, slug] = [newId(), newId()];
  await db
    .insertInto('page_address')
    .values({ ...own, page_id, slug, created_at: at })
    .execute();
  const page = { slug, name: 'Main office', country: 'DE', location_id: partner.location.id };
  const contact = { contact_name: 'Erika', contact_email: 'erika@partner.test' };
  await db
    .insertInto('profile_location')
    .values({ ...ofProfile, ...page, ...contact, id: page_id, created_at: at })
    .execute();
  await db
    .insertInto('profile_draft_field')
    .values({ ...ofProfile, field: 'description', value: '""', revision: 2, changed_at: at })
    .execute();
  const logo = { ...ofProfile, id: newId(), width: 1, height: 1, created_at: at };
  await db.insertInto('profile_logo').values(logo).execute();
  await db
    .insertInto('profile_logo_picture')
    .values({ ...own, logo_id: logo.id, side: 48, content_type: 'image/png', bytes: Buffer.from('x') })
    .execute();
  await db
    .insertInto('profile_editor')
    .values({ ...ofProfile, person_id: person.id, step: 'partner', seen_at: at })
    .execute();
  await db
    .insertInto('profile_contact')
    .values({ ...own, email_key: 'erika@partner.test', id: newId(), asked_at: at })
    .execute();
  await db
    .insertInto('directory_change')
    .values({ ...own, page_id })
    .execute();
  await db
    .insertInto('lead_favorite')
    .values({ ...own, person_id: person.id, lead_id: lead, created_at: at })
    .execute();
  await db
    .insertInto('lead_presence')
    .values({ ...own, person_id: person.id, lead_id: lead, doing: 'looking', until: at })
    .execute();
  const view = { ...own, id: newId(), owner_id: person.id, created_at: at, updated_at: at };
  await db
    .insertInto('saved_view')
    .values({ ...view, name: 'View', shared: true, definition: '{}' })
    .execute();
  const ofView = { ...own, view_id: view.id, person_id: person.id };
  await db
    .insertInto('saved_view_layer')
    .values({ ...ofView, definition: '{}', updated_at: at })
    .execute();
  await db
    .insertInto('saved_view_follower')
    .values({ ...ofView, since: at })
    .execute();
  await db
    .insertInto('desk')
    .values({ ...own, person_id: person.id, default_view_id: view.id, updated_at: at })
    .execute();
  await db
    .insertInto('former_address')
    .values({
      ...own,
      address: `left${newId()}@partner.test`,
      person_id: person.id,
      person_name: person.name,
    })
    .execute();
  await db
    .insertInto('action_center_seen')
    .values({ ...own, person_id: person.id, seen_at: at })
    .execute();
  await db
    .insertInto('contact_sharing')
    .values({ ...own, with_operator: true, changed_at: at, changed_by: 'Erika' })
    .execute();
  await db
    .insertInto('lead_rerouting')
    .values({
      ...{ ...own, lead_organization_id: partner.id, lead_id: lead },
      ...{ new_organization_id: partner.id, new_lead_id: lead, at },
      ...{ by_person_id: person.id, by_name: person.name },
    })
    .execute();
  const hash = Buffer.from(newId());
  await db
    .insertInto('intake_receipt')
    .values({
      ...own,
      door: 'api',
      key: hash,
      request_hash: hash,
      lead_id: lead,
      routed: true,
      received_at: at,
    })
    .execute();
  await db
    .insertInto('request_receipt')
    .values({
      ...own,
      sender_id: person.id,
      door: 'api-token',
      key: hash,
      request_hash: hash,
      made_id: newId(),
      received_at: at,
    })
    .execute();
  const bulk = { id: newId(), action: 'favorite', details: JSON.stringify({ action: 'favorite' }), total: 1 };
  await db
    .insertInto('bulk_action')
    .values({ ...own, ...bulk, person_id: person.id, created_at: at })
    .execute();
  await db
    .insertInto('bulk_action_lead')
    .values({ ...own, bulk_action_id: bulk.id, place: 1, lead_id: lead })
    .execute();
  const file = { id: newId(), kind: 'test', name: 'a.csv', content_type: 'text/csv' };
  await db
    .insertInto('stored_file')
    .values({ ...own, ...file, person_id: person.id, created_at: at, expires_at: at })
    .execute();
  await db
    .insertInto('stored_file_part')
    .values({ ...own, file_id: file.id, number: 1, bytes: hash })
    .execute();
  const exported = { id: newId(), format: 'csv', query: '{}', expires_at: at };
  await db
    .insertInto('lead_export')
    .values({ ...own, ...exported, person_id: person.id, created_at: at })
    .execute();
  await insertImport(db, partner.id, person.id, hash);
  const about = { organizationId: partner.id, personId: person.id, leadId: lead, at };
  await insertActivities(db, about);
  await insertSharing(db, about);
  await insertQuarantine(db, partner.id);
  await insertLookupTask(db, partner.id);
  await insertFindings(db, partner.id, lead);
  await insertAccountLink(db, partner.id, person.id);
  await insertCalendar(db, partner.id, person.id);
  await insertCustomerRequest(db, partner.id, lead);
  await insertMail(db, partner.id, person.id, lead);
  await db
    .insertInto('access_log')
    .values({ ...own, id: newId(), at, actor_name: 'Erika', action: 'lead.read', lead_ids: [lead] })
    .execute();
  return { organizationId: partner.id, personId: person.id };
}

/** An import with a row, and the columns that it remembers. */
async function insertImport(db: Db, organizationId: string, personId: string, hash: Buffer) {
  const own = { organization_id: organizationId };
  const id = newId();
  await db
    .insertInto('lead_import')
    .values({
      ...own,
      id,
      person_id: personId,
      file_name: 'a.csv',
      file_bytes: 1,
      state: 'ready',
      reading: '{}',
      settings: '{}',
      created_at: at,
    })
    .execute();
  await db
    .insertInto('lead_import_row')
    .values({ ...own, import_id: id, number: 2, cells: '[]', outcome: 'create' })
    .execute();
  await db
    .insertInto('lead_import_mapping')
    .values({ ...own, headers: hash, mapping: '[]', updated_at: at })
    .execute();
}

/** A customer's request that was sent on; requests are the operator's, but their tables work for any organization. */
async function insertCustomerRequest(db: Db, organizationId: string, leadId: string) {
  const place = {
    organization_id: organizationId,
    lead_organization_id: organizationId,
    lead_id: leadId,
    partner_name: 'Partner',
  };
  const id = newId();
  await db
    .insertInto('customer_request')
    .values({ ...place, id, language: 'en', created_at: at, expires_at: at })
    .execute();
  await db
    .insertInto('customer_request_forward')
    .values({ ...place, request_id: id, sent_at: at })
    .execute();
}

/** An email about a lead, with the notice that it reached someone. */
async function insertMail(db: Db, organizationId: string, personId: string, leadId: string) {
  const own = { organization_id: organizationId };
  const recipient = { person_id: personId, address: 'erika@partner.test' };
  const about = { lead_id: leadId, kind: 'new-lead' as const, created_at: at };
  const mailId = newId();
  await db
    .insertInto('mail')
    .values({
      ...own,
      ...recipient,
      id: mailId,
      kind: about.kind,
      recipient_name: 'Erika',
      locale: 'en',
      time_zone: 'UTC',
      content: '{}',
      reason: 'location-admin',
      state: 'kept',
      due_at: at,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('mail_claim')
    .values({ ...own, mail_id: mailId, until: at })
    .execute();
  await db
    .insertInto('lead_notice')
    .values({
      ...own,
      ...recipient,
      ...about,
      recipient: personId,
      way: 'individual',
      reason: 'location-admin',
      mail_id: mailId,
    })
    .execute();
  await db
    .insertInto('notice_day')
    .values({ ...own, recipient: personId, day: '2026-11-20' })
    .execute();
  await db
    .insertInto('notification')
    .values({ ...own, ...about, id: newId(), person_id: personId, category: 'transactional', facts: '{}' })
    .execute();
}

/** A link that was emailed to a person of the organization. */
async function insertAccountLink(db: Db, organizationId: string, personId: string) {
  const link = {
    organization_id: organizationId,
    id: newId(),
    person_id: personId,
    purpose: 'reset' as const,
  };
  await db
    .insertInto('account_link')
    .values({ ...link, email: 'erika@partner.test', created_at: at, expires_at: at })
    .execute();
}

/** The organization's working hours, and a calendar link. */
async function insertCalendar(db: Db, organizationId: string, personId: string) {
  const own = { organization_id: organizationId };
  await db
    .insertInto('working_calendar')
    .values({ ...own, time_zone: 'UTC', hours: '{}', holidays: [], updated_at: at, updated_by: 'Erika' })
    .execute();
  const token_hash = Buffer.from(newId());
  await db
    .insertInto('calendar_feed')
    .values({ ...own, id: newId(), person_id: personId, token_hash, created_at: at })
    .execute();
}

/** The evidence about a lead, and what ratings and lists are built from. */
async function insertFindings(db: Db, organizationId: string, leadId: string) {
  const own = { organization_id: organizationId, lead_id: leadId };
  await db
    .insertInto('contact_check')
    .values({ ...own, kind: 'email', evidence: '[]', checked_at: at })
    .execute();
  await db
    .insertInto('spam_report')
    .values({ ...own, address: 'pest@pest.test', reported_at: at, reporter_name: 'Erika' })
    .execute();
  await db
    .insertInto('lead_rating')
    .values({
      ...own,
      ...{
        snapshot: '{}',
        quality: 'High',
        probability: 0.5,
        basis: 'prior',
        basis_words: 'By assumptions.',
      },
      ...{ reasons: '{}', rated_at: at },
    })
    .execute();
  const other = await new Factories(db, () => at).lead(organizationId);
  const [lead_id, other_lead_id] = [leadId, other].toSorted();
  await db
    .insertInto('duplicate_decision')
    .values({
      ...{ organization_id: organizationId, lead_id: lead_id ?? '', other_lead_id: other_lead_id ?? '' },
      ...{ decision: 'linked', decided_at: at, decided_by_name: 'Erika' },
    })
    .execute();
  await db
    .insertInto('rating_model')
    .values({
      ...{ organization_id: organizationId, id: newId(), basis: 'organization', model: '{}' },
      ...{ reason: 'First.', in_force: true, trained_at: at },
    })
    .execute();
  await db
    .insertInto('contact_mark')
    .values({
      ...{ organization_id: organizationId, id: newId(), list: 'block', kind: 'address' },
      ...{ value: `${newId()}@pest.test`, source: 'operator', created_at: at },
    })
    .execute();
}

/** The preparation still due for leads that existed before. */
async function insertLookupTask(db: Db, organizationId: string) {
  await db.insertInto('lead_lookup_task').values({ organization_id: organizationId, kind: 'fill' }).execute();
}

/** What protects public forms; the quarantine is the operator's, but its tables work for any organization. */
async function insertQuarantine(db: Db, organizationId: string) {
  const own = { organization_id: organizationId, id: newId() };
  await db
    .insertInto('suspected_submission')
    .values({
      ...own,
      ...{ state: 'suspected', door: 'offer-page', partner_id: organizationId, page_title: 'Offer' },
      ...{ page_path: '/o/x.y', signals: ['too-quick'], word_numbers: [1], lead: '{}', received_at: at },
      ...{ request_key: Buffer.from('key'), request_hash: Buffer.from('hash') },
    })
    .execute();
  await db
    .insertInto('quarantine_word')
    .values({ organization_id: organizationId, number: 1, spam: 1 })
    .execute();
  await db
    .insertInto('form_use')
    .values({
      organization_id: organizationId,
      form_key: newId(),
      content_hash: Buffer.from('hash'),
      expires_at: at,
    })
    .execute();
}
