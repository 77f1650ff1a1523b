import type { Evidence } from '../../contract/leads/contact-checks.ts';
import type { DB } from '../platform/database/database.ts';
import type { Row } from './world.ts';

type LeadRow = Row<'lead'>;
type Finding = Pick<Evidence, 'check' | 'result' | 'code' | 'detail'>;

const wellFormed: Finding = {
  check: 'syntax',
  result: 'passed',
  code: 'well-formed',
  detail: 'The address is well formed.',
};

/** The demo's world is invented, and so are the findings about its contacts: they follow from each lead's verdict. */
const emailFindings: Record<NonNullable<DB['lead']['email_validity']>, readonly Finding[]> = {
  Valid: [
    wellFormed,
    {
      check: 'disposable',
      result: 'passed',
      code: 'not-disposable',
      detail: 'The domain is not known as disposable.',
    },
    {
      check: 'mail-server',
      result: 'passed',
      code: 'domain-takes-mail',
      detail: "The domain accepts mail. The mailbox itself wasn't checked.",
    },
  ],
  Invalid: [
    wellFormed,
    { check: 'mail-server', result: 'failed', code: 'no-such-domain', detail: 'The domain does not exist.' },
  ],
  Spam: [
    wellFormed,
    {
      check: 'disposable',
      result: 'failed',
      code: 'disposable-domain',
      detail: 'The domain offers disposable addresses.',
    },
  ],
  Unknown: [
    wellFormed,
    {
      check: 'mail-server',
      result: 'unknown',
      code: 'dns-timeout',
      detail: 'We could not look up whether the domain accepts mail.',
    },
  ],
};

const phoneFindings: Record<NonNullable<DB['lead']['phone_validity']>, readonly Finding[]> = {
  Valid: [
    {
      check: 'number-plan',
      result: 'passed',
      code: 'number-plan',
      detail: 'The numbering plan of the country has such numbers. Whether this one is in use was not asked.',
    },
  ],
  Invalid: [
    {
      check: 'number-plan',
      result: 'failed',
      code: 'not-in-plan',
      detail: 'The numbering plan of the country has no such number.',
    },
  ],
  Unknown: [
    {
      check: 'number-plan',
      result: 'unknown',
      code: 'no-country',
      detail: 'Without a country or a country code nobody can tell which number is meant.',
    },
  ],
};

const dayMilliseconds = 86_400_000;

/** The evidence rows of checked leads. */
export function buildEvidence(leads: readonly LeadRow[]): Row<'contact_check'>[] {
  return leads.flatMap((lead) => {
    const at = lead.checked_at;
    if (!at) return [];
    const stamp = (finding: Finding): Evidence => {
      const checkedAt = new Date(String(at instanceof Date ? at.toISOString() : at));
      return {
        ...finding,
        at: checkedAt.toISOString(),
        goodUntil:
          finding.check === 'mail-server'
            ? new Date(checkedAt.getTime() + dayMilliseconds).toISOString()
            : null,
      };
    };
    const row = (kind: 'email' | 'phone', findings: readonly Finding[]) => ({
      organization_id: lead.organization_id,
      lead_id: lead.id,
      kind,
      evidence: JSON.stringify(findings.map(stamp)),
      checked_at: at,
    });
    return [
      ...(lead.email_validity ? [row('email', emailFindings[lead.email_validity])] : []),
      ...(lead.phone_validity ? [row('phone', phoneFindings[lead.phone_validity])] : []),
    ];
  });
}
