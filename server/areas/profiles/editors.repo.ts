import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { ProfileKey } from './profiles.repo.ts';

export interface EditorRow {
  readonly id: string;
  readonly name: string;
  readonly step: ProfileStep;
}

/** Notes which step somebody has open. */
export async function keepEditor(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  editor: { readonly personId: string; readonly step: ProfileStep; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('profile_editor')
    .values({
      organization_id: organizationId,
      profile_id: id,
      person_id: editor.personId,
      step: editor.step,
      seen_at: editor.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'profile_id', 'person_id'])
        .doUpdateSet({ step: editor.step, seen_at: editor.at }),
    )
    .execute();
}

export async function deleteEditor(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom('profile_editor')
    .where('organization_id', '=', organizationId)
    .where('profile_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

/** Colleagues who have it open, without one person. */
export async function listEditors(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  { except, since }: { readonly except: string | null; readonly since: Date },
): Promise<EditorRow[]> {
  const rows = await tx
    .selectFrom('profile_editor as e')
    .innerJoin('person', 'person.id', 'e.person_id')
    .select(['person.id', 'person.name', 'e.step'])
    .where('e.organization_id', '=', organizationId)
    .where('e.profile_id', '=', id)
    .where('e.seen_at', '>', since)
    .$if(except !== null, (query) => query.where('e.person_id', '<>', except))
    .orderBy('person.name')
    .execute();
  // Written by `keepEditor` alone.
  return rows.map((row) => ({ ...row, step: row.step as ProfileStep }));
}
