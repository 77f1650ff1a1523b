import { cutText } from '../../../../contract/cut.ts';

interface DueLeadBase {
  readonly leadId: string;
  readonly version: number;
  /** The customer's company, else the offer; null: neither is known. */
  readonly about: string | null;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
}

/** A calendar entry: a lead waiting for an answer, the day on which a customer is expected to buy, or a next step. */
export type DueLead = DueLeadBase &
  (
    | { readonly kind: 'answer'; readonly expiresAt: Date }
    | { readonly kind: 'purchase' /** YYYY-MM-DD */; readonly day: string }
    | {
        readonly kind: 'step';
        readonly what: string;
        /** YYYY-MM-DD */
        readonly day: string;
        /** The moment; null: any time of that day. */
        readonly at: Date | null;
      }
  );

/** How many dates a calendar holds. */
export const maxFeedEvents = 1000;

/** The moment of a date: the lead's deadline, the step's moment, or the start of the day (UTC). */
export function momentOf(due: DueLead): number {
  if (due.kind === 'answer') return due.expiresAt.getTime();
  return due.kind === 'step' && due.at !== null ? due.at.getTime() : Date.parse(due.day);
}

/** The dates nearest to now, before or after it, in chronological order; the same ones for the same leads. */
export function chooseNearest(dues: readonly DueLead[], now: Date, maximum = maxFeedEvents): DueLead[] {
  const distance = (due: DueLead) => Math.abs(momentOf(due) - now.getTime());
  const byId = (one: DueLead, other: DueLead) => (one.leadId < other.leadId ? -1 : 1);
  return dues
    .toSorted((one, other) => distance(one) - distance(other) || byId(one, other))
    .slice(0, maximum)
    .sort((one, other) => momentOf(one) - momentOf(other) || byId(one, other));
}

const maxTitleCharacters = 120;
// Control characters, line breaks of every kind, and marks that change the direction of the text after them.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** One line that a calendar can show, whatever was typed: no control characters, at most 120 characters. */
export function toTitle(text: string): string {
  return cutText(text.replace(unprintable, ' ').replace(/\s+/gu, ' ').trim(), maxTitleCharacters);
}
