import { sql } from 'kysely';
import type { z } from 'zod';
import type { LeadState, Qualification } from '../../../contract/enums.ts';
import { type SentLead, sentLeadPage, sentLeadQuery } from '../../../contract/operator.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app.ts';
import { readTimeCursor, type TimePlace, writeTimeCursor } from '../../platform/time-cursor.ts';
import { type Actor, actorOf, requirePermission } from '../identity/index.ts';
import { stateAt, statusOf } from '../leads/index.ts';

interface SentRow {
  id: string;
  partner_id: string;
  partner_name: string;
  customer_name: string | null;
  country: string | null;
  qualification: Qualification;
  status: LeadState | null;
  received_at: Date;
  expires_at: Date | null;
  available_until: Date | null;
  sender_name: string | null;
}

/** What the organization of the transaction sent to partners, newest first: nothing of the partner's deal. */
async function listSentLeads(
  tx: Transaction,
  after: TimePlace | undefined,
  limit: number,
): Promise<SentRow[]> {
  const [at, id] = after ?? [null, null];
  const { rows } = await sql<SentRow>`select * from list_sent_leads(${at}, ${id}, ${limit + 1})`.execute(tx);
  return rows;
}

/** What became of the leads that sellers and marketers sent. */
export class SentLeads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: z.infer<typeof sentLeadQuery>): Promise<z.infer<typeof sentLeadPage>> {
    requirePermission(actor, 'createLeads');
    const after = readTimeCursor(query.cursor);
    const rows = await inOrganization(this.db, actor, (tx) => listSentLeads(tx, after, query.limit));
    const now = this.clock.now();
    const items = rows.slice(0, query.limit).map((row): SentLead => {
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
    });
    const last = items.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return {
      items,
      nextCursor: more ? writeTimeCursor([last.createdAt, last.id]) : null,
    };
  }
}

/** For those who send leads. */
export function registerSentLeadRoutes(app: App, sent: SentLeads): void {
  app.get(
    '/api/v1/sent-leads',
    {
      schema: {
        tags: ['Intake'],
        summary: 'Leads that your organization sent, and what became of them',
        querystring: sentLeadQuery,
        response: { 200: sentLeadPage },
      },
    },
    (request) => sent.list(actorOf(request), request.query),
  );
}
