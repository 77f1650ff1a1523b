import { isCountryCode, toCountryCode } from '../../../contract/countries.ts';
import { type ProfileStep, profileFields } from '../../../contract/profiles/lists.ts';
import type {
  BusinessProfile,
  BusinessProfileList,
  LocationDraft,
  ProfileChange,
  ProfileStanding,
} from '../../../contract/profiles/profiles.ts';
import { openGazetteer } from '../../engines/gazetteer/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as editors from './editors.repo.ts';
import { findLogo } from './logos.repo.ts';
import { hasFixedAddress, isSameValue, locationField, overlay } from './profile-content.ts';
import { loadCommonSetting, loadSetting } from './profile-setting.ts';
import { editorsSince, type KnownProfile, presentListed, presentProfile } from './profiles.presenter.ts';
import * as repo from './profiles.repo.ts';

/** More locations than a profile may have, which a draft may hold while somebody sorts them out. */
const mostDrafts = 20;
/** What stands on a published page is where its leads and its address come from (BP-12). */
const fixedFields = ['street', 'city', 'state', 'postalCode', 'country'] as const;

/** Business profiles as people of a partner read and edit them (BP-10 to BP-13). */
export class ProfilesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The profiles of the organization, by country. @throws AppError not-allowed */
  async list(actor: PersonActor): Promise<BusinessProfileList> {
    requirePermission(actor, 'editProfiles');
    // Not while a connection waits for it.
    await openGazetteer();
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listProfiles(tx, actor.organizationId);
      const common = await loadCommonSetting(tx, actor.organizationId);
      const items: BusinessProfileList['items'] = [];
      for (const row of rows) {
        const content = overlay(row.content, await repo.listDraftFields(tx, row));
        const setting = await loadSetting(tx, row, content, common);
        items.push(presentListed({ row, content, setting }));
      }
      return { companyName: actor.organizationName, items };
    });
  }

  /** Begins the profile of a country. @throws AppError not-allowed, already-there, invalid-request */
  async begin(
    actor: PersonActor,
    { country: typed }: { readonly country: string },
  ): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    const country = toCountryCode(typed);
    if (!isCountryCode(country)) throw wrongValue('body.country', 'country', sentence('problem.missing'));
    const key = { organizationId: actor.organizationId, id: newId() };
    return this.within(actor, async (tx) => {
      const made = await repo.insertProfile(tx, key, {
        country,
        displayName: actor.organizationName,
        at: this.clock.now(),
      });
      if (!made) throw new AppError('already-there', sentence('countryTaken'));
      return key;
    });
  }

  /** A profile of the organization. @throws AppError not-allowed, not-found */
  get(actor: PersonActor, id: string): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.within(actor, async () => ({ organizationId: actor.organizationId, id }));
  }

  /**
   * Changes fields of the draft; all of them, or none.
   * @throws AppError not-allowed, not-found, invalid-request; profile-changed when somebody changed one of these fields
   * after `basedOn`, to something else, with the profile as it is
   */
  save(actor: PersonActor, id: string, change: ProfileChange): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      const draft = await repo.listDraftFields(tx, key);
      const wanted = await this.wantedFields(tx, row, draft, change);
      const [conflict] = wanted.filter(
        ({ former }) => former !== undefined && former.revision > change.basedOn,
      );
      if (conflict) throw await this.conflictWith(tx, actor, row, wanted, change.basedOn);
      const revision = row.revision + 1;
      const at = this.clock.now();
      await repo.saveDraftFields(
        tx,
        key,
        wanted.map(({ field, value }) => ({
          field,
          value,
          revision,
          changedBy: actor.personId,
          changedAt: at,
        })),
      );
      if (wanted.length > 0) await repo.updateProfile(tx, key, { revision });
      return key;
    });
  }

  /** Goes back to what is published. @throws AppError not-allowed, not-found, action-not-possible, profile-changed */
  discard(
    actor: PersonActor,
    id: string,
    { basedOn }: { readonly basedOn: number },
  ): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    return this.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const row = await lockProfile(tx, key);
      if (row.firstPublishedAt === null)
        throw new AppError('action-not-possible', sentence('nothingPublished'));
      await this.requireSeen(tx, actor, row, basedOn);
      await repo.deleteDraftFields(tx, key);
      await repo.updateProfile(tx, key, { revision: row.revision + 1 });
      return key;
    });
  }

  /** Notes which step somebody has open, and tells who else has. @throws AppError not-allowed, not-found */
  beat(actor: PersonActor, id: string, step: ProfileStep): Promise<ProfileStanding> {
    requirePermission(actor, 'editProfiles');
    const key = { organizationId: actor.organizationId, id };
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await findProfile(tx, key);
      await editors.keepEditor(tx, key, { personId: actor.personId, step, at });
      const others = await editors.listEditors(tx, key, { except: actor.personId, since: editorsSince(at) });
      return { revision: row.revision, editors: others };
    });
  }

  /** Notes that somebody closed it. @throws AppError not-allowed, not-found */
  async leave(actor: PersonActor, id: string): Promise<void> {
    requirePermission(actor, 'editProfiles');
    const key = { organizationId: actor.organizationId, id };
    await inOrganization(this.db, actor, async (tx) => {
      await findProfile(tx, key);
      await editors.deleteEditor(tx, key, actor.personId);
    });
  }

  /** Does something in a transaction, and answers with the profile as it is then. */
  async within(
    actor: PersonActor,
    work: (tx: Transaction) => Promise<repo.ProfileKey>,
  ): Promise<BusinessProfile> {
    // Not while a connection waits for it.
    await openGazetteer();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await findProfile(tx, await work(tx));
      return presentProfile(await this.know(tx, actor, row), actor);
    });
  }

  /** All that the editor tells about a profile. */
  async know(tx: Transaction, actor: PersonActor, row: repo.ProfileRow): Promise<KnownProfile> {
    const draft = await repo.listDraftFields(tx, row);
    const content = overlay(row.content, draft);
    const common = await loadCommonSetting(tx, row.organizationId);
    const setting = await loadSetting(tx, row, content, common);
    const since = editorsSince(this.clock.now());
    const others = await editors.listEditors(tx, row, { except: actor.personId, since });
    return { row, draft, content, setting, editors: others };
  }

  /** Passes when nothing of the draft changed since that revision. @throws AppError profile-changed */
  async requireSeen(
    tx: Transaction,
    actor: PersonActor,
    row: repo.ProfileRow,
    basedOn: number,
  ): Promise<void> {
    if (row.revision === basedOn) return;
    const known = await this.know(tx, actor, row);
    throw new AppError('profile-changed', sentence('profileChanged'), {
      current: presentProfile(known, actor),
    });
  }

  private async wantedFields(
    tx: Transaction,
    row: repo.ProfileRow,
    draft: readonly repo.NamedDraftField[],
    { fields, locations }: ProfileChange,
  ): Promise<WantedField[]> {
    const content = overlay(row.content, draft);
    const former = new Map(draft.map((one) => [one.field, one]));
    if (typeof fields.logo === 'string' && !(await findLogo(tx, row, fields.logo)))
      throw wrongValue('body.fields.logo', 'known-logo', sentence('problem.noLogo'));
    const wanted: WantedField[] = [];
    for (const field of profileFields) {
      const value = fields[field];
      if (value === undefined || isSameValue(value, content.fields[field])) continue;
      wanted.push({ field, path: `body.fields.${field}`, value, former: former.get(field) });
    }
    for (const [id, value] of Object.entries(locations)) {
      const current = content.locations.get(id);
      if (isSameValue(value, current)) continue;
      requireFixedAddress(id, value, row);
      const field = locationField(id);
      wanted.push({ field, path: `body.locations.${id}`, value, former: former.get(field) });
    }
    const added = wanted.filter(
      ({ field, value }) => value !== null && field.startsWith(locationField('')) && !former.has(field),
    );
    if (content.locations.size + added.length > mostDrafts + row.pages.length)
      throw wrongValue('body.locations', 'limit', sentence('tooManyDrafts', { most: mostDrafts }));
    return wanted;
  }

  private async conflictWith(
    tx: Transaction,
    actor: PersonActor,
    row: repo.ProfileRow,
    wanted: readonly WantedField[],
    basedOn: number,
  ): Promise<AppError> {
    const known = await this.know(tx, actor, row);
    const changed = wanted.flatMap((one) => (one.former && one.former.revision > basedOn ? [one] : []));
    const nameOf = (field: WantedField) => field.former?.name ?? sentence('somebody');
    const [first] = changed;
    return new AppError(
      'profile-changed',
      sentence('fieldChanged', { name: first ? nameOf(first) : sentence('somebody') }),
      {
        current: presentProfile(known, actor),
        issues: changed.map((field) => ({
          path: field.path,
          rule: 'unchanged-since',
          message: sentence('changedBy', { name: nameOf(field) }),
        })),
      },
    );
  }
}

/** A field that a change sets to something else than it says. */
interface WantedField {
  readonly field: string;
  readonly path: string;
  readonly value: unknown;
  /** How the draft says it; undefined: as published. */
  readonly former: repo.NamedDraftField | undefined;
}

/** The profile, locked. @throws AppError not-found */
export async function lockProfile(tx: Transaction, key: repo.ProfileKey): Promise<repo.ProfileRow> {
  const row = await repo.lockProfile(tx, key);
  if (!row) throw notFound(sentence('noProfile'));
  return row;
}

async function findProfile(tx: Transaction, key: repo.ProfileKey): Promise<repo.ProfileRow> {
  const row = await repo.findProfile(tx, key);
  if (!row) throw notFound(sentence('noProfile'));
  return row;
}

/** @throws AppError invalid-request: the address of a page is changed by deleting and adding its location (BP-12) */
function requireFixedAddress(id: string, value: LocationDraft | null, { content }: repo.ProfileRow): void {
  const published = content.locations.get(id);
  if (!hasFixedAddress(published) || value === null) return;
  const changed = fixedFields.find((field) => value[field].trim() !== published[field].trim());
  if (changed !== undefined)
    throw wrongValue(`body.locations.${id}.${changed}`, 'fixed-address', sentence('addressStands'));
}
