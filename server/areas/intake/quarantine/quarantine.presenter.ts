import { cutText } from '../../../../contract/cut.ts';
import type {
  SuspectedSubmission,
  SuspectedSubmissionDetails,
  TextVerdict,
} from '../../../../contract/intake/quarantine.ts';
import type { ReceivedLead } from '../intake.service.ts';
import { actionsOf, formRemovalAt, undecidedRemovalAt } from './quarantine.policy.ts';
import type { SubmissionRow } from './quarantine.repo.ts';
import { decisionsNeeded, type FormText, type LearnedWords, totalNumber } from './text-score.rules.ts';
import { judgeText } from './text-verdict.rules.ts';

const excerptCharacters = 160;
const shownWords = 8;

/** What was typed, as it would become a lead; null once it is removed. Only {@link insertSubmission} writes the column. */
export type KeptLead = Omit<ReceivedLead, 'sentAt'>;

/** Reads the column that holds the lead. */
export function readLead(column: unknown): KeptLead | null {
  // Only insertSubmission writes it, from this very type: JSON keeps everything in it.
  return column as KeptLead | null;
}

/** The parts of a lead that the text score reads. */
export function textOf(lead: KeptLead) {
  return { message: lead.message, company: lead.customerName, title: lead.contact.title };
}

/** A held form entry as the operator sees it in the list. */
export function presentSubmission(row: SubmissionRow): SuspectedSubmission {
  const lead = readLead(row.lead);
  return {
    id: row.id,
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    partner: { id: row.partner_id, name: row.partner_name },
    page: {
      kind: row.door === 'offer-page' ? 'offer' : 'profile',
      title: row.page_title,
      path: row.page_path,
    },
    signals: row.signals,
    textScore: row.text_score,
    name: lead && nameOf(lead),
    company: lead?.customerName ?? null,
    excerpt: lead && excerptOf(lead.message),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by_name,
    leadId: row.lead_id,
  };
}

/** @param learned the current counts of the submission's words; undefined: its words are gone */
export function presentDetails(
  row: SubmissionRow,
  learned: LearnedWords | undefined,
  nextId: string | null,
): SuspectedSubmissionDetails {
  const lead = readLead(row.lead);
  return {
    ...presentSubmission(row),
    form: lead && {
      ...lead.contact,
      company: lead.customerName,
      country: lead.country,
      message: lead.message,
      contactDirectly: lead.contactDirectly,
      callToAction: lead.callToAction ?? 'ContactMe',
    },
    text: lead && learned ? presentText(textOf(lead), learned) : null,
    actions: actionsOf(row.state, lead !== null),
    nextId,
    formRemovedAt: removalAt(row).toISOString(),
  };
}

function removalAt(row: SubmissionRow): Date {
  return row.decided_at
    ? formRemovalAt(row.decided_at)
    : undecidedRemovalAt(row.waits_since ?? row.received_at);
}

function presentText(text: FormText, learned: LearnedWords): TextVerdict {
  const { score, weighed } = judgeText(text, learned);
  const totals = learned.get(totalNumber) ?? { spam: 0, released: 0 };
  return {
    score,
    spamDecisions: totals.spam,
    releasedDecisions: totals.released,
    decisionsNeeded,
    forSpam: weighed.filter(({ weight }) => weight > 0).slice(0, shownWords),
    againstSpam: weighed.filter(({ weight }) => weight < 0).slice(0, shownWords),
  };
}

function nameOf({ contact }: KeptLead): string | null {
  return [contact.firstName, contact.lastName].filter((part) => part !== null).join(' ') || null;
}

function excerptOf(message: string | null): string | null {
  return message === null ? null : cutText(message.replace(/\s+/gu, ' '), excerptCharacters);
}
