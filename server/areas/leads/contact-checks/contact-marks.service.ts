import { domainToASCII } from 'node:url';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type {
  ContactMark,
  contactMarkQuery,
  NewContactMark,
} from '../../../../contract/leads/contact-checks.ts';
import type { ContactMarkKind } from '../../../../contract/leads/lists.ts';
import type { ContactMark as ContactMarkTable } from '../../../../db/types.ts';
import { checkPhone, parseEmailAddress } from '../../../engines/contact-verifier/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { notFound, wrongValue } from '../../../platform/errors.ts';
import { hashSecret, newId } from '../../../platform/ids.ts';
import { readTimeCursor, writeTimeCursor } from '../../../platform/time-cursor.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import { applyMark, checkContact, type MarkOrder } from './contact-checks.jobs.ts';
import * as repo from './contact-marks.repo.ts';
import { isMarked } from './marked-address.ts';

/**
 * Has leads checked again for a mark: once, however often it comes and goes before that is done, since each run covers
 * every lead that the mark may apply to.
 */
export async function orderApply(tx: Transaction, mark: MarkOrder): Promise<void> {
  const { kind, value, organizationId = 'all' } = mark;
  // Keys can be read where jobs are stored; the contact is only in the job's payload.
  const about = hashSecret(JSON.stringify([kind, value, organizationId])).toString('base64url');
  await applyMark.enqueue(tx, mark, { key: `contact-mark ${about}` });
}

const leadsAtOnce = 500;
const leadsPerJob = 50;

/** The operator's block and allow lists (CV-6). */
export class ContactMarksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: z.infer<typeof contactMarkQuery>) {
    requirePermission(actor, 'manageSpamLists');
    const rows = await inOrganization(this.db, actor, (tx) =>
      repo.listMarks(tx, actor.organizationId, {
        list: query.list,
        search: query.search && asWritten(query.search),
        after: readTimeCursor(query.cursor),
        limit: query.limit,
      }),
    );
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      items: page.map(presentMark),
      nextCursor: last ? writeTimeCursor([last.created_at.toISOString(), last.id]) : null,
    };
  }

  /**
   * Adds an entry; older leads are checked against it, too. @throws AppError not-allowed, invalid-request,
   * already-there
   */
  async add(actor: Actor, { list, kind, value, note }: NewContactMark): Promise<ContactMark> {
    requirePermission(actor, 'manageSpamLists');
    const normal = normalizeMark(kind, value);
    const row = {
      organization_id: actor.organizationId,
      id: newId(),
      list,
      kind,
      value: normal,
      note: note || null,
      source: 'operator' as const,
      created_at: this.clock.now(),
      created_by: actor.name,
    };
    await inOrganization(this.db, actor, async (tx) => {
      if (!(await repo.addMark(tx, row)))
        throw wrongValue('body.value', 'new-entry', sentence('mark.alreadyListed'));
      await recordMark(tx, actor, row, 'added to', row.created_at);
      await orderApply(tx, { kind, value: normal });
    });
    return presentMark(row);
  }

  /** Removes an entry; the leads that it applied to are checked again. @throws AppError not-allowed, not-found */
  async remove(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'manageSpamLists');
    await inOrganization(this.db, actor, async (tx) => {
      const removed = await repo.removeMark(tx, actor.organizationId, id);
      if (!removed) throw notFound(sentence('mark.gone'));
      await recordMark(tx, actor, removed, 'removed from', this.clock.now());
      await orderApply(tx, { kind: removed.kind, value: removed.value });
    });
  }

  /**
   * Enqueues checks of every lead that the mark applies to, in portions, so that it may end in the middle and start
   * again.
   */
  async apply({ kind, value, organizationId }: MarkOrder): Promise<void> {
    await inPortions(
      (after) =>
        repo.unscopedListMarkedLeads(this.db, { kind, value, organizationId, after, maximum: leadsAtOnce }),
      (found) => this.order(found),
    );
    if (kind === 'phone') return;
    // Non-ASCII letters have several spellings, and an address may have much around it; leads that both queries find
    // are checked twice.
    await inPortions(
      (after) => repo.unscopedListLeadsBeyondAscii(this.db, { organizationId, after, maximum: leadsAtOnce }),
      (found) => this.order(found, (typed) => isMarked(typed, kind, value)),
    );
  }

  /** Enqueues checks of the leads; with a condition, only of those whose address, as typed, meets it. */
  private async order(
    leads: readonly repo.LeadPlace[],
    isMeant?: (typed: string | null) => boolean,
  ): Promise<void> {
    for (const organizationId of new Set(leads.map((lead) => lead.organization_id))) {
      let ids = leads.filter((lead) => lead.organization_id === organizationId).map(({ id }) => id);
      await inOrganization(this.db, { organizationId }, async (tx) => {
        if (isMeant) {
          const addresses = await repo.listAddresses(tx, organizationId, ids);
          ids = addresses.filter(({ contact_email }) => isMeant(contact_email)).map(({ id }) => id);
        }
        for (let start = 0; start < ids.length; start += leadsPerJob) {
          const leadIds = ids.slice(start, start + leadsPerJob);
          await checkContact.enqueue(tx, { organizationId, leadIds });
        }
      });
    }
  }
}

async function inPortions(
  list: (after: repo.LeadPlace | undefined) => Promise<repo.LeadPlace[]>,
  work: (found: readonly repo.LeadPlace[]) => Promise<void>,
): Promise<void> {
  for (let after: repo.LeadPlace | undefined; ; ) {
    const found = await list(after);
    await work(found);
    after = found.at(-1);
    if (found.length < leadsAtOnce) return;
  }
}

/** The search term, with a domain in punycode, as the lists store it. */
function asWritten(search: string): string {
  if (!/[\u0080-\uffff]/.test(search)) return search;
  const at = search.lastIndexOf('@') + 1;
  const domain = domainToASCII(search.slice(at).trim());
  return (search.slice(0, at) + (domain || search.slice(at))).toLowerCase();
}

/** The canonical form of a value, so that it is found however it was typed. */
function normalizeMark(kind: NewContactMark['kind'], value: string): string {
  if (kind === 'phone') {
    const { e164 } = checkPhone(value, { country: null, now: new Date(0) });
    if (e164 === null) throw wrongValue('body.value', 'phone-number', sentence('mark.noPhone'));
    return e164;
  }
  const parsed = parseEmailAddress(kind === 'domain' ? `someone@${value.replace(/^@/, '')}` : value);
  if (!parsed.ok) {
    const { problem } = parsed;
    throw wrongValue(
      'body.value',
      kind,
      sentence(kind === 'domain' ? 'mark.noDomain' : 'mark.noEmail', { problem }),
    );
  }
  return kind === 'domain' ? parsed.domain : parsed.address.toLowerCase();
}

function presentMark(row: Selectable<ContactMarkTable>): ContactMark {
  return {
    id: row.id,
    list: row.list,
    kind: row.kind,
    value: row.value,
    note: row.note,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}

const kindWords: Record<ContactMarkKind, string> = {
  address: 'an email address',
  domain: 'a domain',
  phone: 'a phone number',
};

/** Records that a list changed (ID-7), but not the value, which may be someone's address. */
function recordMark(
  tx: Transaction,
  actor: Actor,
  { list, kind }: { readonly list: string; readonly kind: ContactMarkKind },
  how: 'added to' | 'removed from',
  at: Date,
): Promise<void> {
  const detail = `${kindWords[kind]} ${how} the ${list} list`;
  return recordAccess(tx, actor, { action: 'settings.change', leadIds: [], detail, at });
}
