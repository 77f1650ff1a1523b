import { IconArrowForwardUp, IconHourglassEmpty } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PartnerLead } from '../../../../contract/partners/partner-leads.ts';
import { words } from '../../../../contract/words.ts';
import { AbsoluteTime } from '../../../ui/index.ts';
import { Notice } from '../../../ui/notice.tsx';

/** What can be done about a lead that nobody answered, and who can; nothing for other leads. */
export function ReroutingNotice({ lead }: { lead: PartnerLead }) {
  const { standing, to } = lead.rerouting;
  if (standing === 'not-expired') return null;
  if (to !== null) {
    return (
      <Notice
        tone="info"
        icon={<IconArrowForwardUp size={20} stroke={1.8} />}
        title={`Sent on to ${to.partner.name}`}
      >
        {to.byName} sent it there, <AbsoluteTime at={to.at} />.{' '}
        <Link to="/partner-leads/$leadId" params={{ leadId: to.leadId }} className="ll-link">
          See how it goes
        </Link>
      </Notice>
    );
  }
  const text = standing === 'possible' ? possibleText : words.rerouting[standing];
  return (
    <Notice
      tone="attention"
      icon={<IconHourglassEmpty size={20} stroke={1.8} />}
      title={`${lead.partner.name} did not answer in time`}
    >
      {text}
    </Notice>
  );
}

const possibleText =
  'Your people sent this lead, so you can send it to another partner if the customer agrees.';
