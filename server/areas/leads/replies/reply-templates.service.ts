import type {
  ReplyTemplate,
  ReplyTemplateChange,
  ReplyTemplateCreate,
} from '../../../../contract/leads/reply-templates.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { requireRevision } from '../../../platform/http/if-match.ts';
import { newId } from '../../../platform/ids.ts';
import { hasPermission, type PersonActor, requirePermission } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './reply-templates.repo.ts';
import { starterTemplates } from './starter-templates.data.ts';

/** How many templates a person may have, and an organization may share. */
const mostOwn = 100;
const mostShared = 200;

/** Texts that people begin a reply with (WS-17; decision 050). */
export class ReplyTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The person's own and shared ones by name, then those that come with Leadlight. @throws AppError not-allowed */
  list(actor: PersonActor): Promise<ReplyTemplate[]> {
    return this.work(actor, async (tx) => {
      const rows = await repo.listTemplates(tx, actor);
      return [...rows.map((row) => present(row, actor)), ...starterTemplates.map(presentStarter)];
    });
  }

  /** @throws AppError not-allowed, limit-reached */
  create(actor: PersonActor, body: ReplyTemplateCreate): Promise<ReplyTemplate> {
    return this.work(actor, async (tx, now) => {
      const { own, shared } = await repo.countTemplates(tx, actor);
      if (own >= mostOwn) throw new AppError('limit-reached', sentence('tooMany', { most: mostOwn }));
      if (body.shared) requireSharing(actor, shared);
      const id = newId();
      await repo.insertTemplate(tx, {
        organization_id: actor.organizationId,
        id,
        owner_id: actor.personId,
        ...body,
        updated_at: now,
      });
      return present(await find(tx, actor, id), actor);
    });
  }

  /** @throws AppError not-allowed, not-found, settings-changed, limit-reached */
  change(
    actor: PersonActor,
    templateId: string,
    body: ReplyTemplateChange,
    ifMatch: string | undefined,
  ): Promise<ReplyTemplate> {
    return this.work(actor, async (tx, now) => {
      const row = await findToChange(tx, actor, templateId);
      requireRevision(ifMatch, String(row.version), present(row, actor));
      if (body.shared && !row.shared) requireSharing(actor, (await repo.countTemplates(tx, actor)).shared);
      await repo.updateTemplate(tx, actor.organizationId, templateId, { ...body, updated_at: now });
      return present(await find(tx, actor, templateId), actor);
    });
  }

  /** @throws AppError not-allowed, not-found, settings-changed */
  remove(actor: PersonActor, templateId: string, ifMatch: string | undefined): Promise<void> {
    return this.work(actor, async (tx) => {
      const row = await findToChange(tx, actor, templateId);
      requireRevision(ifMatch, String(row.version), present(row, actor));
      await repo.deleteTemplate(tx, actor.organizationId, templateId);
    });
  }

  private work<T>(actor: PersonActor, work: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    requirePermission(actor, 'workLeads');
    return inOrganization(this.db, actor, (tx) => work(tx, this.clock.now()));
  }
}

/** A shared template belongs to everyone: those who may share change it. One's own is nobody else's. */
function mayChange(row: repo.TemplateRow, actor: PersonActor): boolean {
  return row.shared ? hasPermission(actor, 'shareTemplates') : row.owner_id === actor.personId;
}

/** @throws AppError not-allowed, limit-reached */
function requireSharing(actor: PersonActor, sharedNow: number): void {
  if (!hasPermission(actor, 'shareTemplates')) throw new AppError('not-allowed', sentence('sharing'));
  if (sharedNow >= mostShared)
    throw new AppError('limit-reached', sentence('tooManyShared', { most: mostShared }));
}

async function find(tx: Transaction, actor: PersonActor, templateId: string): Promise<repo.TemplateRow> {
  const row = await repo.lockTemplate(tx, actor, templateId);
  if (!row) throw notFound(sentence('unknown'));
  return row;
}

async function findToChange(
  tx: Transaction,
  actor: PersonActor,
  templateId: string,
): Promise<repo.TemplateRow> {
  if (starterTemplates.some(({ id }) => id === templateId))
    throw new AppError('not-allowed', sentence('starter'));
  const row = await find(tx, actor, templateId);
  if (!mayChange(row, actor)) throw new AppError('not-allowed', sentence('sharing'));
  return row;
}

function present(row: repo.TemplateRow, actor: PersonActor): ReplyTemplate {
  return {
    id: row.id,
    name: row.name,
    subject: row.subject,
    text: row.text,
    shared: row.shared,
    starter: null,
    owner: { id: row.owner_id, name: row.owner_name ?? '' },
    mayChange: mayChange(row, actor),
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

function presentStarter(starter: (typeof starterTemplates)[number]): ReplyTemplate {
  return { ...starter, shared: true, owner: null, mayChange: false, version: 1, updatedAt: null };
}
