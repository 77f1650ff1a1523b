import { mostDaysAway } from '../../../contract/profiles/lists.ts';
import type { BusinessProfile, LocationDraft } from '../../../contract/profiles/profiles.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';
import { AppError, wrongValue } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../audit/index.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { noteDirectoryChange } from '../organizations/index.ts';
import { dayOf, isAway } from './availability.rules.ts';
import { sentence } from './catalogue.ts';
import { deleteOtherLogos } from './logos.repo.ts';
import { freeSlug, slugOf } from './page-slug.rules.ts';
import { locationField, type ProfileContent } from './profile-content.ts';
import { listProblems, type ProfileSetting } from './profile-problems.ts';
import { tagsOf } from './profile-setting.ts';
import * as repo from './profiles.repo.ts';
import { lockProfile, type ProfilesService } from './profiles.service.ts';
import * as publishing from './publishing.repo.ts';

/** What makes a profile visible to customers, and what takes it away (BP-14, BP-17). */
export class PublishingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly profiles: ProfilesService,
  ) {}

  /**
   * Shows the draft to customers; the pages are there when this returns.
   * @throws AppError not-allowed, not-found, profile-changed; invalid-request with all that is wrong, as in `problems`
   */
  publish(
    actor: PersonActor,
    id: string,
    { basedOn }: { readonly basedOn: number },
  ): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.profiles.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      await this.profiles.requireSeen(tx, actor, row, basedOn);
      const { content, setting, draft } = await this.profiles.know(tx, actor, row);
      requirePublishable(content, setting);
      const at = this.clock.now();
      const shown = tidied(content);
      await publishing.publishFields(tx, key, shown.fields, tagsOf(shown.fields, setting.vocabularies));
      const leadsTo = await this.publishPages(tx, row, shown, setting, at);
      const gone = row.pages.filter((page) => !shown.locations.has(page.id)).map((page) => page.id);
      await publishing.deletePages(tx, actor.organizationId, gone);
      const revision = row.revision + 1;
      await repo.updateProfile(tx, key, {
        revision,
        display_name: row.companyName,
        published_at: at,
        ...(row.firstPublishedAt === null && { first_published_at: at }),
      });
      // The draft says what is published, so that a colleague who still types is told about what changed meanwhile.
      await repo.saveDraftFields(
        tx,
        key,
        draft.map((one) => ({ ...one, value: publishedValue(one.field, shown, leadsTo) })),
      );
      await deleteOtherLogos(tx, key, shown.fields.logo === null ? [] : [shown.fields.logo]);
      await noteDirectoryChange(tx, actor.organizationId, [...shown.locations.keys(), ...gone]);
      await this.record(tx, actor, `business profile ${row.country}: published`);
      return key;
    });
  }

  /** Takes the pages away and keeps everything. @throws AppError not-allowed, not-found, action-not-possible */
  unpublish(actor: PersonActor, id: string): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.profiles.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      if (row.publishedAt === null) throw new AppError('action-not-possible', sentence('notPublished'));
      await repo.updateProfile(tx, key, { revision: row.revision + 1, published_at: null });
      await this.notePages(tx, row);
      await this.record(tx, actor, `business profile ${row.country}: unpublished`);
      return key;
    });
  }

  /**
   * Deletes a profile for good; its leads stay, and its addresses are never given again.
   * @throws AppError not-allowed, not-found, invalid-request when another name was typed
   */
  async remove(
    actor: PersonActor,
    id: string,
    { companyName }: { readonly companyName: string },
  ): Promise<void> {
    requirePermission(actor, 'deleteProfiles');
    await inOrganization(this.db, actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      if (companyName !== row.companyName.trim())
        throw wrongValue('body.companyName', 'typed-name', sentence('wrongName'));
      await publishing.deleteProfile(tx, key);
      await this.notePages(tx, row);
      await this.record(tx, actor, `business profile ${row.country}: deleted`);
    });
  }

  /** Says until when the partner takes no requests. @throws AppError not-allowed, not-found, invalid-request */
  changeAvailability(
    actor: PersonActor,
    id: string,
    { unavailableUntil: until }: { readonly unavailableUntil: string | null },
  ): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.profiles.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      const today = dayOf(this.clock.now());
      const since = isAway(row.unavailableUntil, today) ? (row.unavailableSince ?? today) : today;
      if (until !== null) requireShortAbsence(until, { today, since });
      await repo.updateProfile(tx, key, {
        unavailable_until: until,
        unavailable_since: until === null ? null : since,
      });
      await this.notePages(tx, row);
      await this.record(
        tx,
        actor,
        `business profile ${row.country}: ${until === null ? 'available' : `not available until ${until}`}`,
      );
      return key;
    });
  }

  /** @returns for each location, where its leads go */
  private async publishPages(
    tx: Transaction,
    row: repo.ProfileRow,
    { locations }: ProfileContent,
    { placeOf }: ProfileSetting,
    at: Date,
  ): Promise<ReadonlyMap<string, string>> {
    const { organizationId } = row;
    const leadsTo = new Map<string, string>();
    for (const [id, location] of locations) {
      const locationId = location.leadsTo ?? (await this.makeLocation(tx, organizationId, location, at));
      leadsTo.set(id, locationId);
      const slug =
        row.pages.find((page) => page.id === id)?.slug ?? (await giveAddress(tx, row, { id, location, at }));
      const { match, place } = placeOf(location);
      const isKnown = match === 'match' || (match === 'near' && location.keepAddress);
      const point = place && isKnown ? { latitude: place.latitude, longitude: place.longitude } : null;
      await publishing.publishPage(tx, row, { id, slug, locationId, at }, location, point);
    }
    return leadsTo;
  }

  private async makeLocation(
    tx: Transaction,
    organizationId: string,
    { name, country, city }: LocationDraft,
    at: Date,
  ): Promise<string> {
    const id = newId();
    await publishing.insertLocation(tx, { organizationId, id, name, country, city, at });
    return id;
  }

  private notePages(tx: Transaction, { organizationId, pages }: repo.ProfileRow): Promise<void> {
    return noteDirectoryChange(
      tx,
      organizationId,
      pages.map(({ id }) => id),
    );
  }

  private record(tx: Transaction, actor: PersonActor, detail: string): Promise<void> {
    return recordAccess(tx, actor, {
      action: 'settings.change',
      leadIds: [],
      detail,
      at: this.clock.now(),
    });
  }
}

/** @throws AppError invalid-request with all that is wrong */
function requirePublishable(content: ProfileContent, setting: ProfileSetting): void {
  const problems = listProblems(content, setting);
  if (problems.length === 0) return;
  throw new AppError('invalid-request', sentence('notPublishable', { count: problems.length }), {
    issues: problems.map(({ field, message }) => ({ path: `draft.${field}`, rule: 'publishable', message })),
  });
}

/** @throws AppError invalid-request */
function requireShortAbsence(until: string, { today, since }: { today: string; since: string }): void {
  const wrong = (rule: string, message: Parameters<typeof wrongValue>[2]) =>
    wrongValue('body.unavailableUntil', rule, message);
  if (until < today) throw wrong('future', sentence('awayPast'));
  if (daysBetween(today, until) > mostDaysAway)
    throw wrong('most-days', sentence('awayTooLong', { most: mostDaysAway }));
  if (daysBetween(since, until) > mostDaysAway)
    throw wrong('most-days-in-a-row', sentence('awayInARow', { most: mostDaysAway }));
}

const daysBetween = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / 86_400_000;

async function giveAddress(
  tx: Transaction,
  { organizationId, companyName }: repo.ProfileRow,
  { id, location, at }: { readonly id: string; readonly location: LocationDraft; readonly at: Date },
): Promise<string> {
  // Two organizations of one name come one after another.
  await lockName(tx, 'page addresses');
  const beginning = slugOf(companyName, location.city);
  const slug = freeSlug(beginning, await publishing.listTakenAddresses(tx, beginning));
  await publishing.insertAddress(tx, { organizationId, pageId: id, slug, at });
  return slug;
}

/** Texts without blanks around them, as they are stored. */
function tidied({ fields, locations }: ProfileContent): ProfileContent {
  const tidy = (text: string) => text.normalize('NFC').trim();
  return {
    fields: {
      ...fields,
      description: tidy(fields.description),
      website: tidy(fields.website),
      linkedIn: tidy(fields.linkedIn),
      skills: fields.skills.map(tidy),
    },
    locations: new Map(
      [...locations].map(([id, location]) => [
        id,
        {
          ...location,
          name: tidy(location.name),
          street: tidy(location.street),
          city: tidy(location.city),
          state: tidy(location.state),
          postalCode: tidy(location.postalCode),
          phone: tidy(location.phone),
          contact: {
            name: tidy(location.contact.name),
            email: tidy(location.contact.email),
            phone: tidy(location.contact.phone),
          },
        },
      ]),
    ),
  };
}

function publishedValue(
  field: string,
  { fields, locations }: ProfileContent,
  leadsTo: ReadonlyMap<string, string>,
): unknown {
  const id = [...locations.keys()].find((one) => locationField(one) === field);
  const location = id === undefined ? undefined : locations.get(id);
  if (location && id !== undefined) return { ...location, leadsTo: leadsTo.get(id) ?? location.leadsTo };
  return field in fields ? fields[field as keyof typeof fields] : null;
}
