import type { z } from 'zod';
import type {
  SentLead,
  SentLeadDetails,
  SentLeadQuery,
  sentLeadPage,
} from '../../../../contract/organizations/partners.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../../platform/time-cursor.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { stateAt, statusOf } from '../../leads/index.ts';
import { sentence } from './catalogue.ts';
import { findSentLead, listNews, listSentLeads, type SentRow } from './sent-leads.repo.ts';

/** The leads that sellers and marketers sent, and what happened to them. */
export class SentLeads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: SentLeadQuery): Promise<z.infer<typeof sentLeadPage>> {
    requirePermission(actor, 'createLeads');
    const after = readTimeCursor(query.cursor);
    const words = foldForSearch(query.search ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const limit = query.limit + 1;
    const rows = await inOrganization(this.db, actor, (tx) => listSentLeads(tx, { after, words, limit }));
    const now = this.clock.now();
    const items = rows.slice(0, query.limit).map((row) => presentSentLead(row, now));
    const last = items.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return {
      items,
      nextCursor: more ? writeTimeCursor([last.createdAt, last.id]) : null,
    };
  }

  /** @throws AppError not-allowed, not-found */
  async get(actor: Actor, leadId: string): Promise<SentLeadDetails> {
    requirePermission(actor, 'createLeads');
    return inOrganization(this.db, actor, async (tx) => {
      const row = await findSentLead(tx, leadId);
      if (!row) throw notFound(sentence('notFound'));
      const news = await listNews(tx, actor.organizationId, leadId);
      const history = news.map((one) => ({ news: one.news, at: one.at.toISOString() }));
      return { ...presentSentLead(row, this.clock.now()), history };
    });
  }
}

/** Row → wire: a sent lead as its sender may see it at that moment. */
export function presentSentLead(row: SentRow, now: Date): SentLead {
  const facts = { status: row.status, expiresAt: row.expires_at, availableUntil: row.available_until };
  const state = stateAt(facts, now);
  return {
    id: row.id,
    partner: { id: row.partner_id, name: row.partner_name },
    customerName: row.customer_name,
    country: row.country,
    qualification: row.qualification,
    ...statusOf(state),
    createdAt: row.received_at.toISOString(),
    expiresAt: state === 'Received' ? (row.expires_at?.toISOString() ?? null) : null,
    senderName: row.sender_name ?? '',
  };
}
