import type { Language } from '../../../../contract/languages/languages.ts';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import type {
  ContactCheckAction,
  ContactWithheldReason,
  EmailValidity,
  PhoneValidity,
} from '../../../../contract/leads/lists.ts';
import { addressReadFrom } from '../../../engines/contact-verifier/index.ts';
import { readStored } from '../stored-texts/stored-texts.ts';
import type { LeadChecksRow } from './contact-checks.repo.ts';
import { emailBasis, goodUntil, phoneBasis } from './contact-checks.rules.ts';

/** The part of the contact that may be shown. */
export interface CheckedContact {
  readonly withheld: ContactWithheldReason | null;
  /** What was typed. */
  readonly email: string | null;
  readonly hasPhone: boolean;
  readonly emailValidity: EmailValidity | null;
  readonly phoneValidity: PhoneValidity | null;
  readonly isTest: boolean;
}

/** Row → wire. Findings name domains and numbers, so they are shown only with the contact (LC-4, IN-6). */
export function presentChecks(
  contact: CheckedContact,
  row: LeadChecksRow,
  allowedActions: ContactCheckAction[],
  language?: Language,
): LeadContactChecks {
  const shown = contact.withheld === null;
  const find = (kind: 'email' | 'phone') =>
    shown ? row.checks.find((check) => check.kind === kind) : undefined;
  const email = contact.email !== null ? find('email') : undefined;
  const phone = contact.hasPhone ? find('phone') : undefined;
  return {
    checking: row.checks_pending && (contact.email !== null || contact.hasPhone),
    withheld: contact.withheld,
    email: email
      ? {
          validity: contact.emailValidity ?? 'Unknown',
          basis: emailBasis(contact.emailValidity ?? 'Unknown', email.evidence),
          readAs: addressReadFrom(contact.email),
          ...times(email, language),
        }
      : null,
    phone: phone
      ? {
          validity: contact.phoneValidity ?? 'Unknown',
          basis: phoneBasis(contact.phoneValidity ?? 'Unknown', phone.evidence),
          e164: row.phone_e164,
          extension: row.phone_extension,
          ...times(phone, language),
        }
      : null,
    spamReport:
      row.reported_at === null || row.reporter_name === null
        ? null
        : { at: row.reported_at.toISOString(), by: row.reporter_name },
    allowedActions,
  };
}

function times(
  { evidence, checkedAt, retryAt }: LeadChecksRow['checks'][number],
  language: Language | undefined,
) {
  return {
    evidence: evidence.map((one) => ({ ...one, detail: readStored(one.detail, language) })),
    checkedAt: new Date(checkedAt).toISOString(),
    goodUntil: goodUntil(evidence),
    retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
  };
}
