/**
 * How numbers from before a renumbering are written today (CV-2). Only changes with a rule that gives the replacement
 * of each old number; the new number must also be in today's plan. Sources are the regulators' announcements, by name
 * and year; they are also in the ITU's Operational Bulletin and its national numbering plans (E.129).
 */
export interface Renumbering {
  /** The old national (significant) number. */
  readonly old: RegExp;
  /** The new one, as for `String.replace`; null: it depends on what the number does not say. */
  readonly now: string | null;
}

export interface RenumberedPlan {
  /** When the old numbers stopped working. */
  readonly since: number;
  readonly source: string;
  readonly rules: readonly Renumbering[];
}

/** One change of a plan. */
export function rule(old: RegExp, now: string | null): Renumbering {
  return { old, now };
}
