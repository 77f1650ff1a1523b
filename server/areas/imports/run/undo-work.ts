import type { ImportResult } from '../../../../contract/imports/lists.ts';
import { becomeTenant, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { type LeadChanges, wholeOrganization } from '../../leads/index.ts';
import { sentence } from '../records/catalogue.ts';
import type { ImportForm } from '../records/import-form.ts';
import * as rowsRepo from '../records/import-rows.repo.ts';
import type { ImportTurns } from '../records/import-turns.ts';
import { type ImportPlace, undoImport } from '../records/imports.jobs.ts';
import * as repo from '../records/imports.repo.ts';
import { planRestoring } from './former.rules.ts';

/**
 * Takes an import back: leads that it created are gone, leads that it changed have their earlier values, unless somebody
 * changed them since. Each row’s result is noted in the transaction that takes it back.
 */
export class UndoWork {
  constructor(
    private readonly turns: ImportTurns,
    private readonly changes: LeadChanges,
    private readonly options = { mostRows: 1000, turnMilliseconds: 10_000 },
  ) {}

  /** Works for one turn, and lines up again if there is more. */
  async workTurn(place: ImportPlace): Promise<void> {
    const batch = (form: ImportForm, size: number) => this.takeBatch(place, form, size);
    await this.turns.workInName(place, { ...this.options, batch }, undoImport);
  }

  private takeBatch(place: ImportPlace, form: ImportForm, size: number): Promise<number | undefined> {
    return inOrganization(this.turns.db, form.actor, async (tx) => {
      const record = await repo.lockImport(tx, place);
      if (record?.state !== 'undoing') return undefined;
      const rows = await rowsRepo.listToTakeBack(tx, place, record.place, size);
      const results = await this.takeRows(tx, form, rows);
      await rowsRepo.writeResults(tx, place, results);
      const isOver = rows.length < size;
      const count = (wanted: ImportResult) => results.filter(({ result }) => result === wanted).length;
      await repo.updateImport(tx, place, {
        failures: 0,
        place: rows.at(-1)?.number ?? record.place,
        removed: record.removed + count('removed'),
        restored: record.restored + count('restored'),
        kept: record.kept + count('kept'),
        ...(isOver && { state: 'undone', undone_at: this.turns.clock.now() }),
      });
      return isOver ? undefined : rows.length;
    });
  }

  private async takeRows(
    tx: Transaction,
    form: ImportForm,
    rows: readonly rowsRepo.WorkedRow[],
  ): Promise<rowsRepo.RowResult[]> {
    const groups = new Map<string, rowsRepo.WorkedRow[]>();
    for (const row of rows) {
      const organizationId = row.lead_organization_id ?? form.actor.organizationId;
      groups.set(organizationId, [...(groups.get(organizationId) ?? []), row]);
    }
    const results: rowsRepo.RowResult[] = [];
    for (const [organizationId, ofOne] of groups) {
      if (form.isForPartners) await becomeTenant(tx, { organizationId });
      results.push(...(await this.takeGroup(tx, form, organizationId, ofOne)));
    }
    if (form.isForPartners) await becomeTenant(tx, form.actor);
    return results;
  }

  private async takeGroup(
    tx: Transaction,
    form: ImportForm,
    organizationId: string,
    rows: readonly rowsRepo.WorkedRow[],
  ): Promise<rowsRepo.RowResult[]> {
    const order = { scope: wholeOrganization(organizationId, this.turns.clock.now()), by: form.actor };
    const created = rows.filter(({ result }) => result === 'created');
    const versions = created.flatMap(({ lead_id: leadId, new_version: version }) =>
      leadId !== null && version !== null ? [{ leadId, version }] : [],
    );
    const gone = new Set(await this.changes.takeBack(tx, versions, order));
    const byLead = new Map(
      rows.flatMap((row) =>
        row.result === 'updated' && row.lead_id !== null ? [[row.lead_id, row] as const] : [],
      ),
    );
    const note = String(sentence('reason.takenBack', { file: form.record.file_name }));
    const outcomes = await this.changes.changeAll<'changed'>(tx, {
      ...order,
      leadIds: [...byLead.keys()],
      refuse: ({ row }) => (row.version === byLead.get(row.id)?.new_version ? undefined : 'changed'),
      plan: ({ row }) => {
        const former = byLead.get(row.id)?.former;
        return former ? planRestoring(former, note) : undefined;
      },
    });
    return rows.map((row) => {
      const isBack =
        row.result === 'created'
          ? gone.has(row.lead_id ?? '')
          : outcomes.get(row.lead_id ?? '')?.kind === 'changed';
      if (!isBack) return kept(row);
      return {
        number: row.number,
        result: row.result === 'created' ? 'removed' : 'restored',
        leadId: row.lead_id,
      };
    });
  }
}

function kept({ number, lead_id: leadId }: rowsRepo.WorkedRow): rowsRepo.RowResult {
  return { number, result: 'kept', leadId, reasons: [{ column: null, key: 'worked' }] };
}
