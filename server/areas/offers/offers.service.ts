import { randomBytes } from 'node:crypto';
import type {
  NewOffer,
  Offer,
  OfferChange,
  OfferListing,
  OfferPage,
  OfferQuery,
} from '../../../contract/offers/offers.ts';
import { listOf, type Spoken } from '../../../contract/sentences.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, foreignCursor, notFound, type WrongValue, wrongValue } from '../../platform/errors.ts';
import { requireRevision } from '../../platform/http/if-match.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../audit/index.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import {
  findOrganization,
  listLocations,
  listStorefronts,
  noPartner,
  noteDirectoryChange,
} from '../organizations/index.ts';
import { listVocabularies } from '../vocabularies/index.ts';
import { sentence } from './catalogue.ts';
import { listingOf, presentListed, presentOffer, wasLive } from './offers.presenter.ts';
import * as repo from './offers.repo.ts';
import {
  changedListing,
  checkListing,
  emptyListing,
  isSameListing,
  keptListing,
  problemsOf,
  publishedListing,
  splitOfferId,
  tagsOf,
} from './offers.rules.ts';

/** An offer that somebody works on, and whose it is. */
interface Place {
  readonly organizationId: string;
  readonly publisherId: string;
  readonly offerKey: string;
}

/** What an action does to an offer. Undefined: nothing; otherwise its words for the access log. */
type Work = (tx: Transaction, row: repo.OfferRow) => Promise<string | undefined>;

/** Offers: partners manage their own, the operator those of every partner (OF-1 to OF-4). */
export class OffersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /** By id. @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, { organizationId, cursor, limit }: OfferQuery): Promise<OfferPage> {
    requireManager(actor);
    const after = cursor === undefined ? undefined : splitOfferId(cursor);
    if (cursor !== undefined && !after) throw foreignCursor();
    const own = actor.organizationKind === 'partner' ? actor.organizationId : (organizationId ?? null);
    // What a partner may not see looks like what is not there (ID-3).
    if (organizationId !== undefined && own !== organizationId)
      return { items: [], nextCursor: null, publishers: [] };
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listOffers(tx, { organizationId: own, after, limit: limit + 1 });
      const items = rows.slice(0, limit).map(presentListed);
      return {
        items,
        nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
        publishers: own === null ? null : await repo.listPublishers(tx, own),
      };
    });
  }

  /** @throws AppError not-allowed, not-found */
  async get(actor: Actor, id: string): Promise<Spoken<Offer>> {
    const place = await this.find(actor, id);
    return inOrganization(this.db, place, async (tx) => this.present(tx, await getOffer(tx, place)));
  }

  /** Begins an offer, as a draft. @throws AppError not-allowed, invalid-request, already-there */
  async create(
    actor: Actor,
    { publisherId, offerId, alias, listing, ...body }: NewOffer,
  ): Promise<Spoken<Offer>> {
    requireManager(actor);
    const organizationId = await this.partnerFor(actor, body.organizationId);
    const place = { organizationId, publisherId, offerKey: offerId };
    return inOrganization(this.db, { organizationId }, async (tx) => {
      await claim(tx, actor, place);
      const now = this.clock.now();
      const which = { organizationId, offerId: newId() };
      const draft = await this.checked(tx, organizationId, emptyListing, listing);
      const added = await repo.insertOffer(tx, {
        organization_id: organizationId,
        id: which.offerId,
        publisher_id: publisherId,
        offer_key: offerId,
        // Of the published version: there is none.
        title: '',
        call_to_action: 'ContactMe',
        changed_at: now,
        created_at: now,
      });
      const name = `${publisherId}.${offerId}`;
      if (!added)
        throw new AppError('already-there', sentence('alreadyThere', { name }), {
          issues: [{ path: 'body.offerId', rule: 'new-id', message: sentence('isThere') }],
        });
      await repo.saveDraft(tx, which, {
        alias: alias ?? null,
        draft: JSON.stringify(draft),
        changed_by: actor.name,
      });
      await this.record(tx, actor, place, 'began');
      return this.present(tx, await getOffer(tx, place));
    });
  }

  /**
   * Changes a draft, or writes changes beside the live version.
   * @param ifMatch the revision that the change is based on; undefined: any
   * @throws AppError not-allowed, not-found, settings-changed, invalid-request
   */
  change(
    actor: Actor,
    id: string,
    { alias, listing: change }: OfferChange,
    ifMatch: string | undefined,
  ): Promise<Spoken<Offer>> {
    return this.act(actor, id, ifMatch, async (tx, row) => {
      const before = listingOf(row);
      const listing = await this.checked(tx, row.organization_id, before, change);
      const isSame = isSameListing(listing, before);
      if (isSame && (alias === undefined || alias === row.alias)) return undefined;
      const isPublished = wasLive(row) && isSameListing(listing, publishedListing(row));
      await repo.saveDraft(tx, whichOf(row), {
        ...(alias !== undefined && { alias }),
        ...(!isSame && { draft: isPublished ? null : JSON.stringify(listing) }),
        changed_by: actor.name,
      });
      return isSame ? 'changed the alias' : 'changed';
    });
  }

  /** Gives the offer a preview, if it has none. @throws as {@link change}, action-not-possible */
  preview(actor: Actor, id: string, ifMatch: string | undefined): Promise<Spoken<Offer>> {
    return this.act(actor, id, ifMatch, async (tx, row) => {
      if (row.preview_key !== null) return undefined;
      const { name, callToAction } = listingOf(row);
      if (name === null || callToAction === null) {
        const issues = problemsOf(listingOf(row)).filter(({ path }) => /\.(name|callToAction)$/.test(path));
        throw new AppError('action-not-possible', sentence('incompletePreview'), { issues });
      }
      await repo.saveDraft(tx, whichOf(row), { preview_key: randomBytes(24).toString('base64url') });
      await repo.updateOffer(tx, whichOf(row), { previewed_at: this.clock.now() });
      return 'previewed';
    });
  }

  /**
   * Shows the offer, or its changes, to customers from now on.
   * @throws as {@link change}; action-not-possible with everything that is missing or wrong
   */
  publish(actor: Actor, id: string, ifMatch: string | undefined): Promise<Spoken<Offer>> {
    return this.act(actor, id, ifMatch, async (tx, row) => {
      if (row.state === 'Live' && row.draft === null) return undefined;
      const listing = listingOf(row);
      const issues = await this.problems(tx, row);
      if (issues.length > 0 || listing.callToAction === null)
        throw new AppError('action-not-possible', sentence('incomplete', { count: issues.length }), {
          issues,
        });
      const which = whichOf(row);
      await repo.updateOffer(tx, which, {
        title: listing.name ?? '',
        summary: listing.shortDescription ?? listing.searchSummary ?? '',
        tags: tagsOf(listing),
        call_to_action: listing.callToAction,
        location_id: listing.locationId,
        listing: JSON.stringify(keptListing(listing)),
        published_at: this.clock.now(),
        stopped_at: null,
      });
      await repo.replacePlaces(tx, which, {
        storefronts: listing.storefronts,
        contacts: listing.notificationContacts,
      });
      await repo.saveDraft(tx, which, {
        draft: null,
        support_contact: listing.supportContact,
        preview_key: null,
        changed_by: actor.name,
      });
      await noteDirectoryChange(tx, row.organization_id, 'published');
      return 'published';
    });
  }

  /** Goes back to what was published, if anything was. @throws as {@link change}, action-not-possible */
  discard(actor: Actor, id: string, ifMatch: string | undefined): Promise<Spoken<Offer>> {
    return this.act(actor, id, ifMatch, async (tx, row) => {
      if (!wasLive(row)) throw new AppError('action-not-possible', sentence('neverPublished'));
      if (row.draft === null) return undefined;
      await repo.saveDraft(tx, whichOf(row), { draft: null, changed_by: actor.name });
      return 'discarded the unpublished changes';
    });
  }

  /** Takes the pages of a live offer away; its leads stay. @throws as {@link change}, action-not-possible */
  stop(actor: Actor, id: string, ifMatch: string | undefined): Promise<Spoken<Offer>> {
    return this.act(actor, id, ifMatch, async (tx, row) => {
      if (row.state === 'Stopped') return undefined;
      if (row.state !== 'Live') throw new AppError('action-not-possible', sentence('notLive'));
      await repo.updateOffer(tx, whichOf(row), { published_at: null, stopped_at: this.clock.now() });
      await repo.saveDraft(tx, whichOf(row), { preview_key: null, changed_by: actor.name });
      await noteDirectoryChange(tx, row.organization_id, 'published');
      return 'stopped';
    });
  }

  /** Deletes a draft that never was live. @throws as {@link change}, action-not-possible */
  async remove(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    const place = await this.find(actor, id);
    await inOrganization(this.db, place, async (tx) => {
      const row = await this.lock(tx, place, ifMatch);
      if (wasLive(row)) throw new AppError('action-not-possible', sentence('wasLive'));
      await repo.deleteOffer(tx, whichOf(row));
      await this.record(tx, actor, place, 'deleted');
    });
  }

  /** One action on an offer; without effect, it is neither saved nor logged. */
  private async act(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    work: Work,
  ): Promise<Spoken<Offer>> {
    const place = await this.find(actor, id);
    return inOrganization(this.db, place, async (tx) => {
      const row = await this.lock(tx, place, ifMatch);
      const detail = await work(tx, row);
      if (detail === undefined) return this.present(tx, row);
      await repo.updateOffer(tx, whichOf(row), { revision: newId(), changed_at: this.clock.now() });
      await this.record(tx, actor, place, detail);
      return this.present(tx, await getOffer(tx, place));
    });
  }

  private async lock(tx: Transaction, place: Place, ifMatch: string | undefined): Promise<repo.OfferRow> {
    await repo.lockOffer(tx, place.organizationId, place);
    const row = await getOffer(tx, place);
    requireRevision(ifMatch, row.revision, await this.present(tx, row));
    return row;
  }

  /** Whose offer it is, if the actor may see it (ID-3). */
  private async find(actor: Actor, id: string): Promise<Place> {
    requireManager(actor);
    const named = splitOfferId(id);
    const organizationId = named && (await repo.findPublisher(this.db, named.publisherId));
    if (!organizationId || (actor.organizationKind === 'partner' && organizationId !== actor.organizationId))
      throw notFound(sentence('none'));
    return { organizationId, ...named };
  }

  /** The partner that a new offer is for. */
  private async partnerFor(actor: Actor, organizationId: string | undefined): Promise<string> {
    if (actor.organizationKind === 'partner') {
      if (organizationId !== undefined && organizationId !== actor.organizationId)
        throw wrongValue('body.organizationId', 'own-organization', sentence('ownOnly'));
      return actor.organizationId;
    }
    if (organizationId === undefined) throw wrongValue('body.organizationId', 'required', sentence('needed'));
    const organization = await findOrganization(this.db, organizationId);
    if (organization?.kind !== 'partner') throw noPartner();
    return organizationId;
  }

  /** The listing with a change, if everything that it names is there. @throws AppError invalid-request */
  private async checked(
    tx: Transaction,
    organizationId: string,
    before: OfferListing,
    change: Partial<OfferListing> | undefined,
  ): Promise<OfferListing> {
    const changed = changedListing(before, change);
    if (change === undefined) return changed;
    const { listing, wrong } = checkListing(changed, before, await readKnown(tx, organizationId));
    const [first] = wrong;
    if (!first) return listing;
    const { detail } = wrongValue(first.path, first.rule, first.message);
    throw new AppError('invalid-request', detail, { issues: wrong });
  }

  private async problems(tx: Transaction, row: repo.OfferRow): Promise<WrongValue[]> {
    const listing = listingOf(row);
    const known = await readKnown(tx, row.organization_id);
    return [...problemsOf(listing), ...checkListing(listing, listing, known).wrong];
  }

  private async present(tx: Transaction, row: repo.OfferRow): Promise<Spoken<Offer>> {
    return presentOffer(row, {
      problems: await this.problems(tx, row),
      locations: await listLocations(tx, row.organization_id),
      publicUrl: this.publicUrl,
    });
  }

  /** In the access log of the partner, whoever acted (ID-7). */
  private record(tx: Transaction, actor: Actor, place: Place, what: string): Promise<void> {
    const isOwn = actor.organizationId === place.organizationId;
    const name = `${place.publisherId}.${place.offerKey}`;
    return recordAccess(
      tx,
      isOwn
        ? actor
        : {
            organizationId: place.organizationId,
            personId: actor.personId,
            name: `${actor.name} (${actor.organizationName})`,
          },
      { action: 'settings.change', leadIds: [], detail: `offer ${name}: ${what}`, at: this.clock.now() },
    );
  }
}

/** @throws AppError not-allowed */
function requireManager(actor: Actor): void {
  requirePermission(actor, actor.organizationKind === 'operator' ? 'managePartnerOffers' : 'manageOffers');
}

const whichOf = (row: repo.OfferRow): repo.Which => ({
  organizationId: row.organization_id,
  offerId: row.id,
});

async function getOffer(tx: Transaction, place: Place): Promise<repo.OfferRow> {
  const row = await repo.findOffer(tx, place.organizationId, place);
  if (!row) throw notFound(sentence('none'));
  return row;
}

/** A publisher id belongs to one partner: its own, or a free one if it has none. The operator gives others, too. */
async function claim(tx: Transaction, actor: Actor, { organizationId, publisherId }: Place): Promise<void> {
  const owner = await repo.findPublisher(tx, publisherId);
  if (owner === organizationId) return;
  const own = await repo.listPublishers(tx, organizationId);
  if (owner === undefined && own.length > 0 && actor.organizationKind === 'partner')
    throw wrongValue('body.publisherId', 'own-publisher', sentence('notYours', { publishers: listOf(own) }));
  if (owner !== undefined || (await repo.claimPublisher(tx, publisherId)) !== organizationId)
    throw wrongValue('body.publisherId', 'free-publisher', sentence('taken'));
}

/** What listings of the partner may name. */
async function readKnown(tx: Transaction, organizationId: string) {
  const vocabularies = await listVocabularies(tx);
  const storefronts = await listStorefronts(tx);
  const locations = await listLocations(tx, organizationId);
  return {
    industries: vocabularies.get('storeIndustries')?.values ?? [],
    verticals: vocabularies.get('storeVerticals')?.values ?? [],
    serviceTypes: vocabularies.get('consultingServiceTypes')?.values ?? [],
    storefronts: storefronts.map(({ code }) => code),
    locations: locations.map(({ id }) => id),
  };
}
