import type { LeadState } from '../../../../contract/leads/lists.ts';
import { currencies } from '../../../../contract/money.ts';
import { readMoment } from '../../../platform/database/database.ts';
import { contactWithheld, stateAt, statusOf } from '../lead/leads.rules.ts';
import type { ValueWords } from './export-words/export-words.ts';
import type { Cell, Judged } from './lead-export-columns.sql.ts';

/**
 * What the rules say about each lead, by what they depend on: its state, whether its contact may be shown, and its
 * deadline, as PostgreSQL copies them out. Most leads are like an earlier one, whose result is reused.
 */
export function judgeAt(now: Date): (state: string, allowed: string, expiresAt: string) => Judged {
  const results = new Map<string, Judged>();
  // As PostgreSQL writes moments, so that comparing text compares moments: a fraction has no trailing zeros.
  const nowText = now.toISOString().replace('T', ' ').replace('Z', '+00');
  return (state, allowed, expiresAt) => {
    const isOver = expiresAt !== '' && expiresAt <= nowText;
    const key = `${state},${allowed},${isOver ? 'over' : ''}`;
    const judged = results.get(key) ?? judge(state, allowed, expiresAt, now);
    results.set(key, judged);
    return judged;
  };
}

function judge(state: string, allowed: string, expiresAt: string, now: Date): Judged {
  const known = {
    status: (state || null) as LeadState | null,
    // `readMoment` is also for what the driver reads, whose types are unknown.
    expiresAt: expiresAt === '' ? null : (readMoment(expiresAt) as Date),
    availableUntil: null,
    contactAllowed: allowed === 't',
  };
  return { ...statusOf(stateAt(known, now)), withheld: contactWithheld(known, now) };
}

/** A value that the rules judged, in the words of the file. */
export function judgedWord(value: Cell, words: ValueWords | undefined): Cell {
  return value === null ? null : (words?.[value] ?? value);
}

/** Minor units as a decimal number, exactly: `1250050` cents are `12500.50`. */
export function majorUnits(minor: Cell, currency: Cell): Cell {
  if (minor === null || currency === null) return null;
  const digits = currencies[currency] ?? 2;
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
