import type { Insertable, Updateable } from 'kysely';
import type { ReplyTemplate as TemplateTable } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';

/** Who asks, where. */
interface Reader {
  readonly organizationId: string;
  readonly personId: string;
}

function selectTemplates(tx: Transaction, { organizationId, personId }: Reader) {
  return tx
    .selectFrom('reply_template as template')
    .leftJoin('person as owner', 'owner.id', 'template.owner_id')
    .select([
      'template.id',
      'template.owner_id',
      'owner.name as owner_name',
      'template.shared',
      'template.name',
      'template.subject',
      'template.text',
      'template.version',
      'template.updated_at',
    ])
    .where('template.organization_id', '=', organizationId)
    .where((eb) => eb.or([eb('template.owner_id', '=', personId), eb('template.shared', '=', true)]));
}

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number];

/** The person's own templates and shared ones, by name. */
export function listTemplates(tx: Transaction, reader: Reader) {
  return selectTemplates(tx, reader).orderBy(asRead('template.name')).orderBy('template.id').execute();
}

/** One of them, locked until the transaction ends; undefined when there is none. */
export function lockTemplate(
  tx: Transaction,
  reader: Reader,
  templateId: string,
): Promise<TemplateRow | undefined> {
  return selectTemplates(tx, reader)
    .where('template.id', '=', templateId)
    .forUpdate('template')
    .executeTakeFirst();
}

/** How many templates the person has, and how many are shared. */
export async function countTemplates(
  tx: Transaction,
  { organizationId, personId }: Reader,
): Promise<{ own: number; shared: number }> {
  return tx
    .selectFrom('reply_template')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('owner_id', '=', personId).as('own'),
      fn.countAll<number>().filterWhere('shared', '=', true).as('shared'),
    ])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** Adds a template. */
export async function insertTemplate(tx: Transaction, row: Insertable<TemplateTable>): Promise<void> {
  await tx.insertInto('reply_template').values(row).execute();
}

/** Changes a template, which is then of a newer version. */
export async function updateTemplate(
  tx: Transaction,
  organizationId: string,
  templateId: string,
  columns: Pick<Updateable<TemplateTable>, 'name' | 'subject' | 'text' | 'shared' | 'updated_at'>,
): Promise<void> {
  await tx
    .updateTable('reply_template')
    .set(columns)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', templateId)
    .execute();
}

/** Deletes a template. */
export async function deleteTemplate(
  tx: Transaction,
  organizationId: string,
  templateId: string,
): Promise<void> {
  await tx
    .deleteFrom('reply_template')
    .where('organization_id', '=', organizationId)
    .where('id', '=', templateId)
    .execute();
}
