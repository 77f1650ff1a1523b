import { languages } from '../../../contract/languages/lists.ts';
import { listOf } from '../../../contract/sentences.ts';
import { keyOfCode } from '../../../contract/vocabularies/codes.ts';
import {
  mostVocabularyValues,
  parentVocabularies,
  type VocabularyName,
  type VocabularyPack,
} from '../../../contract/vocabularies/lists.ts';
import type {
  LoadedPack,
  NewVocabularyValue,
  PackLoading,
  Retirement,
  Vocabularies,
  Vocabulary,
  VocabularyOrder,
  VocabularyValueChange,
} from '../../../contract/vocabularies/vocabularies.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  type Db,
  inOrganization,
  readInOrganization,
  type Transaction,
} from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';
import { AppError, notFound, wrongValue } from '../../platform/errors.ts';
import { requireRevision } from '../../platform/http/if-match.ts';
import { recordAccess } from '../audit/index.ts';
import { type Actor, hasPermission, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import { packs } from './packs/packs.ts';
import { parentsOf, presentVocabularies, presentVocabulary, type Reader } from './vocabularies.presenter.ts';
import * as repo from './vocabularies.repo.ts';
import {
  addValue,
  findSameLabel,
  findValue,
  isSame,
  type KeptValue,
  type Labels,
  labelIn,
  listReplaced,
  loadPack,
  orderValues,
  renameValue,
  retireValue,
  returnValue,
  type Values,
} from './vocabularies.rules.ts';

interface Named {
  readonly vocabulary: VocabularyName;
}
interface NamedValue extends Named {
  readonly code: string;
}

/** What a change does: the values as they are then, and its words for the access log. */
interface Planned {
  readonly values: Values;
  readonly detail: string;
}

/** Vocabularies: everyone reads them, operator admins change them (VO-1). */
export class VocabulariesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Every vocabulary, with all its values. */
  list(actor: Actor): Promise<Vocabularies> {
    return readInOrganization(this.db, actor, async (tx) =>
      presentVocabularies(await repo.listVocabularies(tx), readerOf(actor)),
    );
  }

  /**
   * Adds a value at the end.
   * @param ifMatch the revision that the change is based on; undefined: any
   * @throws AppError not-allowed, settings-changed, already-there, limit-reached, invalid-request
   */
  add(
    actor: Actor,
    { vocabulary }: Named,
    { code, labels, parent }: NewVocabularyValue,
    ifMatch: string | undefined,
  ): Promise<Vocabulary> {
    return this.change(actor, vocabulary, ifMatch, (values, all) => {
      const taken = findValue(values, code);
      if (taken)
        throw new AppError(
          'already-there',
          sentence('code.taken', { label: labelIn(taken, actor.language) }),
          {
            issues: [{ path: 'body.code', rule: 'new-code', message: sentence('code.isThere') }],
          },
        );
      requireRoom(values.length + 1);
      const parentKey = requireParent(all, vocabulary, parent);
      const written = withoutMissing(labels);
      requireNewLabels(values, written, { key: keyOfCode(code), parentKey });
      return { values: addValue(values, { code, labels: written, parentKey }), detail: `added ${code}` };
    });
  }

  /** Gives a value other labels; its code stays. @throws as {@link add}, not-found */
  rename(
    actor: Actor,
    { vocabulary, code }: NamedValue,
    { labels }: VocabularyValueChange,
    ifMatch: string | undefined,
  ): Promise<Vocabulary> {
    return this.change(actor, vocabulary, ifMatch, (values) => {
      const value = getValue(values, code);
      const renamed = renameValue(value, labels);
      if ({ ...renamed.labels, ...renamed.ownLabels }.en === undefined)
        throw wrongValue('body.labels.en', 'english-label', sentence('label.needed'));
      if (value.retiredBy === null) requireNewLabels(values, withoutMissing(labels), value);
      return { values: putBack(values, renamed), detail: `renamed ${value.code}` };
    });
  }

  /** Puts the values in another order. @throws as {@link add} */
  order(
    actor: Actor,
    { vocabulary }: Named,
    { codes }: VocabularyOrder,
    ifMatch: string | undefined,
  ): Promise<Vocabulary> {
    return this.change(actor, vocabulary, ifMatch, (values) => {
      const keys = codes.map(keyOfCode);
      const inUse = values.filter(({ retiredBy }) => retiredBy === null);
      if (keys.length !== inUse.length || !inUse.every(({ key }) => keys.includes(key)))
        throw wrongValue('body.codes', 'every-value', sentence('order'));
      return { values: orderValues(values, keys), detail: 'changed the order' };
    });
  }

  /** Retires a value; it is found through its replacement. @throws as {@link rename}, action-not-possible */
  retire(
    actor: Actor,
    { vocabulary, code }: NamedValue,
    { replacedBy }: Retirement,
    ifMatch: string | undefined,
  ): Promise<Vocabulary> {
    return this.change(actor, vocabulary, ifMatch, (values, all) => {
      const value = getValue(values, code);
      refuseParentInUse(all, vocabulary, value, actor);
      const replacement = replacedBy === null ? undefined : findValue(values, replacedBy);
      if (replacedBy !== null && (!replacement || replacement.retiredBy !== null || replacement === value))
        throw wrongValue('body.replacedBy', 'value-in-use', sentence('replacement.unknown'));
      const replaced = listReplaced(values, value);
      if (!replacement && replaced.length > 0) {
        const labels = listOf(replaced.map((one) => labelIn(one, actor.language)));
        throw wrongValue('body.replacedBy', 'replacement', sentence('replacement.needed', { labels }));
      }
      const detail = replacement
        ? `retired ${value.code}, replaced by ${replacement.code}`
        : `retired ${value.code}`;
      return { values: retireValue(values, value.key, replacement?.key ?? null), detail };
    });
  }

  /** Brings a retired value back. @throws as {@link rename}, action-not-possible */
  bringBack(
    actor: Actor,
    { vocabulary, code }: NamedValue,
    ifMatch: string | undefined,
  ): Promise<Vocabulary> {
    return this.change(actor, vocabulary, ifMatch, (values, all) => {
      const value = getValue(values, code);
      const parent = parentsOf(all, vocabulary).find(({ key }) => key === value.parentKey);
      if (parent && parent.retiredBy !== null) {
        const named = { label: labelIn(value, actor.language), parent: labelIn(parent, actor.language) };
        throw new AppError('action-not-possible', sentence('parent.retired', named));
      }
      return { values: returnValue(values, value.key), detail: `brought back ${value.code}` };
    });
  }

  /**
   * Adds what a pack has and the vocabularies lack, and retires what others brought, if that is wanted. Labels that the
   * operator wrote stay, and so does what they retired; doing it twice changes nothing.
   * @throws AppError not-allowed, limit-reached
   */
  async load(actor: Actor, name: VocabularyPack, { others }: PackLoading): Promise<LoadedPack> {
    requirePermission(actor, 'manageVocabularies');
    return inOrganization(this.db, actor, async (tx) => {
      const all = await lockVocabularies(tx);
      const done = { added: 0, relabeled: 0, returned: 0, retired: 0 };
      const valuesOf = (vocabulary: VocabularyName) => all.get(vocabulary)?.values ?? [];
      const loaded = loadPack(valuesOf, packs[name], { retireOthers: others === 'retire' });
      for (const [vocabulary, { values, ...counts }] of loaded) {
        requireRoom(values.length);
        const changed = listChanged(valuesOf(vocabulary), values);
        if (changed.length > 0) await repo.saveVocabulary(tx, vocabulary, changed);
        for (const count of ['added', 'relabeled', 'returned', 'retired'] as const)
          done[count] += counts[count];
      }
      const { added, relabeled, returned, retired } = done;
      if (added + relabeled + returned + retired > 0) {
        const detail = `vocabulary pack ${name}: ${added} added, ${relabeled} relabeled, ${returned} brought back, ${retired} retired`;
        await recordAccess(tx, actor, {
          action: 'settings.change',
          leadIds: [],
          detail,
          at: this.clock.now(),
        });
      }
      return done;
    });
  }

  /** One change of a vocabulary; without effect, it is neither saved nor logged. */
  private change(
    actor: Actor,
    vocabulary: VocabularyName,
    ifMatch: string | undefined,
    plan: (values: Values, all: repo.KeptVocabularies) => Planned,
  ): Promise<Vocabulary> {
    requirePermission(actor, 'manageVocabularies');
    return inOrganization(this.db, actor, async (tx) => {
      const all = await lockVocabularies(tx);
      const before = presentVocabulary(all, vocabulary, readerOf(actor));
      requireRevision(ifMatch, before.revision, before);
      const kept = all.get(vocabulary)?.values ?? [];
      const { values, detail } = plan(kept, all);
      const changed = listChanged(kept, values);
      if (changed.length === 0) return before;
      await repo.saveVocabulary(tx, vocabulary, changed);
      await recordAccess(tx, actor, {
        action: 'settings.change',
        leadIds: [],
        detail: `vocabulary ${vocabulary}: ${detail}`,
        at: this.clock.now(),
      });
      return presentVocabulary(await repo.listVocabularies(tx), vocabulary, readerOf(actor));
    });
  }
}

/** All of them, which nobody else changes until the transaction ends: verticals depend on industries. */
async function lockVocabularies(tx: Transaction): Promise<repo.KeptVocabularies> {
  await lockName(tx, 'vocabularies');
  return repo.listVocabularies(tx);
}

function readerOf(actor: Actor): Reader {
  return { language: actor.language, manages: hasPermission(actor, 'manageVocabularies') };
}

function getValue(values: Values, code: string): KeptValue {
  const value = findValue(values, code);
  if (!value) throw notFound(sentence('noValue'));
  return value;
}

function putBack(values: Values, changed: KeptValue): Values {
  return values.map((value) => (value.key === changed.key ? changed : value));
}

function requireRoom(count: number): void {
  if (count > mostVocabularyValues)
    throw new AppError('limit-reached', sentence('full', { most: mostVocabularyValues }));
}

function withoutMissing(labels: VocabularyValueChange['labels'] | NewVocabularyValue['labels']): Labels {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const label = labels[language];
      return typeof label === 'string' ? [[language, label]] : [];
    }),
  );
}

function requireNewLabels(values: Values, labels: Labels, about: Pick<KeptValue, 'key' | 'parentKey'>): void {
  const same = findSameLabel(values, labels, about);
  if (same) throw wrongValue(`body.labels.${same.language}`, 'new-label', sentence('label.taken'));
}

/** @returns the key of the parent; null where values have none */
function requireParent(all: repo.KeptVocabularies, name: VocabularyName, code: string | null): string | null {
  if (!(name in parentVocabularies)) {
    if (code === null) return null;
    throw wrongValue('body.parent', 'no-parent', sentence('parent.none'));
  }
  if (code === null) throw wrongValue('body.parent', 'parent', sentence('parent.needed'));
  const parent = findValue(parentsOf(all, name), code);
  if (!parent || parent.retiredBy !== null)
    throw wrongValue('body.parent', 'parent', sentence('parent.unknown'));
  return parent.key;
}

/** An industry goes after its verticals: nobody is offered a vertical of nothing. */
function refuseParentInUse(
  all: repo.KeptVocabularies,
  name: VocabularyName,
  value: KeptValue,
  { language }: Actor,
): void {
  if (name !== parentVocabularies.storeVerticals) return;
  const verticals = (all.get('storeVerticals')?.values ?? []).filter(
    ({ parentKey, retiredBy }) => parentKey === value.key && retiredBy === null,
  );
  if (verticals.length === 0) return;
  const named = listOf(verticals.map((one) => labelIn(one, language)));
  const label = labelIn(value, language);
  throw new AppError('action-not-possible', sentence('parent.inUse', { label, verticals: named }));
}

/** Values that are new, differ, or stand at another place. */
function listChanged(before: Values, after: Values): repo.PlacedValue[] {
  const placeOf = new Map(before.map(({ key }, place) => [key, place]));
  return after.flatMap((value, place) => {
    const former = placeOf.get(value.key);
    const kept = former === undefined ? undefined : before[former];
    return kept && former === place && isUnchanged(kept, value) ? [] : [{ value, place }];
  });
}

function isUnchanged(one: KeptValue, other: KeptValue): boolean {
  return (
    isSame(one.labels, other.labels) &&
    isSame(one.ownLabels, other.ownLabels) &&
    one.isOffered === other.isOffered &&
    one.retiredBy === other.retiredBy &&
    one.replacedBy === other.replacedBy
  );
}
