import { IconArrowForwardUp, IconHourglassEmpty } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PartnerLead } from '../../../../contract/partners/partner-leads.ts';
import { words } from '../../../../contract/words.ts';
import { Banner } from '../../../ui/banner.tsx';
import { absolute } from '../../../ui/rich-moments.tsx';
import { t } from './catalogue.ts';

/** What can be done about a lead that expired, and by whom; nothing for other leads. */
export function ReroutingBanner({ lead }: { lead: PartnerLead }) {
  const { standing, to } = lead.rerouting;
  if (standing === 'not-expired') return null;
  if (to !== null) {
    return (
      <Banner
        tone="info"
        icon={<IconArrowForwardUp size={20} stroke={1.8} />}
        title={t('lead.rerouting.sentOn', { partner: to.partner.name })}
      >
        {t.rich('lead.rerouting.sentBy', { name: to.byName, when: absolute(to.at) })}{' '}
        <Link to="/partner-leads/$leadId" params={{ leadId: to.leadId }} className="ll-link">
          {t('lead.rerouting.follow')}
        </Link>
      </Banner>
    );
  }
  const text = standing === 'possible' ? t('lead.rerouting.possible') : words.rerouting[standing];
  return (
    <Banner
      tone="attention"
      icon={<IconHourglassEmpty size={20} stroke={1.8} />}
      title={t('lead.rerouting.unanswered', { partner: lead.partner.name })}
    >
      {text}
    </Banner>
  );
}
