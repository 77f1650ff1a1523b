import type { ImportResult } from '../../../../contract/imports/lists.ts';
import { becomeTenant, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { StoredFiles } from '../../../platform/stored-files/index.ts';
import { type Arrival, checkContact, type LeadChanges, wholeOrganization } from '../../leads/index.ts';
import { listLocations } from '../../organizations/index.ts';
import { type JudgedRow, judgeRows } from '../check/judge-rows.ts';
import { sentence } from '../records/catalogue.ts';
import type { ImportForm } from '../records/import-form.ts';
import * as rowsRepo from '../records/import-rows.repo.ts';
import type { ImportTurns } from '../records/import-turns.ts';
import { type ImportPlace, writeImport } from '../records/imports.jobs.ts';
import * as repo from '../records/imports.repo.ts';
import { expectedEnd } from '../records/imports.rules.ts';
import { type NewLeadForm, newLead } from '../rows/new-lead.ts';
import { formerOf } from './former.rules.ts';
import { type NextRows, RowsAhead } from './rows-ahead.ts';

/**
 * Writes the leads of an import. Each row is judged once more against the leads as they are then, and written in the
 * transaction that notes its result: whoever is killed loses nothing, and no row is written twice.
 */
export class WriteWork {
  constructor(
    private readonly turns: ImportTurns,
    private readonly files: StoredFiles,
    private readonly changes: LeadChanges,
    private readonly options = { mostRows: 1000, turnMilliseconds: 10_000 },
  ) {}

  /** Works for one turn, and lines up again if there is more. */
  async workTurn(place: ImportPlace): Promise<void> {
    const ahead = new RowsAhead(this.turns.db, place);
    const batch = (form: ImportForm, size: number) => this.writeBatch(place, form, size, ahead);
    await this.turns.workInName(place, { ...this.options, batch }, writeImport);
  }

  /** One transaction. @returns how many rows it came to; undefined: there are no more, or it was stopped */
  private writeBatch(
    place: ImportPlace,
    form: ImportForm,
    size: number,
    ahead: RowsAhead,
  ): Promise<number | undefined> {
    return inOrganization(this.turns.db, form.actor, async (tx) => {
      const record = await repo.lockImport(tx, place);
      if (record?.state !== 'running') return undefined;
      const rows = await ahead.take(tx, form, record.place, size);
      const { promised, isLast: isOver } = rows;
      const lastPlace = promised.at(-1)?.number ?? record.place;
      if (!isOver) ahead.look(form, lastPlace, size);
      // Two imports of the same leads at once: the later one finds what the earlier one wrote.
      await repo.waitForOtherImports(tx, place.organizationId);
      const followedAt = expectedEnd(record, promised.length, this.turns.clock.now());
      const results = await this.writeRows(tx, form, rows, followedAt);
      await rowsRepo.writeResults(tx, place, results);
      const count = (wanted: ImportResult) => results.filter(({ result }) => result === wanted).length;
      await repo.updateImport(tx, place, {
        failures: 0,
        place: lastPlace,
        created: record.created + count('created'),
        updated: record.updated + count('updated'),
        left_alone: record.left_alone + count('left'),
        ...(isOver && { state: 'done', ended_at: this.turns.clock.now() }),
      });
      if (isOver && record.file_id !== null)
        await this.files.remove(tx, { organizationId: place.organizationId, id: record.file_id });
      return isOver ? undefined : promised.length;
    });
  }

  private async writeRows(
    tx: Transaction,
    form: ImportForm,
    { promised: rows, read }: NextRows,
    followedAt: Date | undefined,
  ): Promise<rowsRepo.RowResult[]> {
    if (rows.length === 0) return [];
    const now = this.turns.clock.now();
    const promised = new Map(rows.map((row) => [row.number, row]));
    const results: rowsRepo.RowResult[] = [];
    const groups = new Map<string, JudgedRow[]>();
    for (const judged of await judgeRows(tx, form, read, now)) {
      const row = promised.get(judged.number);
      if (!row || judged.outcome !== row.outcome || !isAsSeen(judged, row)) results.push(leave(judged));
      else groups.set(judged.organizationId, [...(groups.get(judged.organizationId) ?? []), judged]);
    }
    for (const [organizationId, ofOne] of groups)
      results.push(...(await this.writeGroup(tx, form, { organizationId, rows: ofOne, now, followedAt })));
    if (form.isForPartners) await becomeTenant(tx, form.actor);
    return results;
  }

  private async writeGroup(tx: Transaction, form: ImportForm, group: Group): Promise<rowsRepo.RowResult[]> {
    if (form.isForPartners) await becomeTenant(tx, { organizationId: group.organizationId });
    const places = form.isForPartners ? await listLocations(tx, group.organizationId) : form.places;
    const defaultLocationId = places.find((one) => one.is_default)?.id ?? places[0]?.id ?? null;
    const leadForm = newLeadForm(form, group, defaultLocationId);
    const scope = wholeOrganization(group.organizationId, group.now);
    const created = group.rows
      .filter(({ outcome }) => outcome === 'create')
      .map((row) => ({ row, brought: newLead(row.imported, leadForm) }));
    await this.changes.bring(
      tx,
      created.map(({ brought }) => brought),
      { scope, by: form.actor, ...arrivalOf(form, group) },
    );
    const updated = await this.update(tx, form, group);
    return [
      ...created.map(({ row: { number }, brought: { lead } }) => ({
        number,
        result: 'created' as const,
        leadId: lead.id,
        leadOrganizationId: group.organizationId,
        newVersion: 1,
      })),
      ...updated,
    ];
  }

  private async update(tx: Transaction, form: ImportForm, { rows, now, organizationId }: Group) {
    const byLead = new Map(
      rows.flatMap((row) => (row.lead && row.outcome === 'update' ? [[row.lead.id, row] as const] : [])),
    );
    if (byLead.size === 0) return [];
    const former = new Map<string, rowsRepo.FormerLead>();
    const outcomes = await this.changes.changeAll<'changed'>(tx, {
      scope: wholeOrganization(organizationId, now),
      by: form.actor,
      leadIds: [...byLead.keys()],
      refuse: ({ row }) => (row.version === byLead.get(row.id)?.lead?.version ? undefined : 'changed'),
      plan: ({ row }) => {
        const planned = byLead.get(row.id)?.comparison?.planned;
        if (planned) former.set(row.id, formerOf(row, planned));
        return planned;
      },
    });
    await orderChecks(tx, organizationId, [...byLead.values()]);
    return [...byLead].map(([leadId, row]): rowsRepo.RowResult => {
      const outcome = outcomes.get(leadId);
      const before = former.get(leadId);
      if (outcome?.kind !== 'changed' || !before) return leave(row);
      return { number: row.number, result: 'updated', leadId, former: before, newVersion: outcome.version };
    });
  }
}

interface Group {
  readonly organizationId: string;
  readonly rows: readonly JudgedRow[];
  readonly now: Date;
  /** When the import is probably over. */
  readonly followedAt: Date | undefined;
}

/** Whom somebody is to be told about is not kept back. */
function arrivalOf({ record }: ImportForm, { followedAt }: Group): Pick<Arrival, 'isQuiet' | 'followedAt'> {
  return record.settings.notify ? { isQuiet: false } : { isQuiet: true, followedAt };
}

/** An update was promised for the lead as it was then: what somebody changed since is not overwritten. */
function isAsSeen(judged: JudgedRow, row: rowsRepo.WorkedRow): boolean {
  return (
    row.outcome === 'create' || (judged.lead?.id === row.lead_id && judged.lead?.version === row.new_version)
  );
}

function leave({ number, lead }: JudgedRow): rowsRepo.RowResult {
  const key = lead ? 'changed' : 'gone';
  return { number, result: 'left', leadId: lead?.id ?? null, reasons: [{ column: null, key }] };
}

/** A contact that was corrected is checked again. */
async function orderChecks(
  tx: Transaction,
  organizationId: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  const leadIds = rows.flatMap(({ lead, comparison }) =>
    lead && comparison?.planned?.columns?.checks_pending === true ? [lead.id] : [],
  );
  if (leadIds.length > 0) await checkContact.enqueue(tx, { organizationId, leadIds });
}

function newLeadForm(form: ImportForm, group: Group, defaultLocationId: string | null): NewLeadForm {
  const { actor, record, periods, workplaces } = form;
  const { organizationId, now } = group;
  return {
    organizationId,
    defaultLocationId,
    startState: record.settings.startState,
    periods,
    now,
    reason: String(sentence('reason.from', { file: record.file_name })),
    mayOwn: (personId, locationId) => {
      const places = workplaces.get(personId);
      return places !== undefined && (places.has(null) || places.has(locationId));
    },
    sender: form.isForPartners
      ? {
          organizationId: actor.organizationId,
          organizationName: actor.organizationName,
          personId: actor.personId,
          name: actor.name,
        }
      : undefined,
  };
}
