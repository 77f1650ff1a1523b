import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconClock,
  IconEyeOff,
  IconFlame,
  IconFlask,
  IconInfoCircle,
  IconRouteOff,
} from '@tabler/icons-react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { ForwardedAfter } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { Banner } from '../../../ui/banner.tsx';
import { AbsoluteTime, hotness, useNow } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { wordTimeLeft } from './deadline.ts';
import { SpamBanner } from './spam-banner.tsx';

/** What the reader must know about this lead first; nothing for most leads. */
export function LeadBanners({ lead }: { lead: Lead }) {
  return (
    <>
      <HotBanner lead={lead} />
      <SpamBanner lead={lead} />
      {lead.suspectedSpam && <SuspectedSpamBanner />}
      {lead.contactWithheld !== null && <WithheldBanner reason={lead.contactWithheld} />}
      {lead.forwarded !== null && <ForwardedBanner after={lead.forwarded.after} />}
      {!lead.actionable && <InformationalBanner lead={lead} />}
      {lead.allowedActions.includes('route') && (
        <Banner tone="attention" icon={<IconRouteOff size={20} stroke={1.8} />} title={t('unrouted.title')}>
          {lead.routing.reason}
        </Banner>
      )}
      {lead.isTest && (
        <Banner tone="quiet" icon={<IconFlask size={20} stroke={1.8} />} title={t('test.title')}>
          {t('test.text')}
        </Banner>
      )}
    </>
  );
}

function HotBanner({ lead }: { lead: Lead }) {
  const now = useNow();
  const state = hotness(lead, now);
  const until = lead.hotUntil;
  if (state === null || until === null) return null;
  if (state === 'hot') {
    return (
      <Banner tone="hot" icon={<IconFlame size={22} stroke={1.8} />} title={t('hot.title')}>
        {t.rich('hot.text', { left: wordTimeLeft(until, now), time: () => <AbsoluteTime at={until} /> })}
      </Banner>
    );
  }
  return (
    <Banner tone="attention" icon={<IconClock size={20} stroke={1.8} />} title={t('cooled.title')}>
      {t('cooled.text')}
    </Banner>
  );
}

function SuspectedSpamBanner() {
  return (
    <Banner tone="attention" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t('suspected.title')}>
      {t('suspected.text')}
    </Banner>
  );
}

function WithheldBanner({ reason }: { reason: 'Expired' | 'NoConsent' }) {
  return (
    <Banner tone="quiet" icon={<IconEyeOff size={20} stroke={1.8} />} title={t(`withheld.${reason}.title`)}>
      {t(`withheld.${reason}.text`)}
    </Banner>
  );
}

function ForwardedBanner({ after }: { after: ForwardedAfter }) {
  return (
    <Banner
      tone="info"
      icon={<IconArrowForwardUp size={20} stroke={1.8} />}
      title={words.forwardedAfter[after]}
    >
      {t('forwarded.text')}
    </Banner>
  );
}

function InformationalBanner({ lead: { availableUntil: until } }: { lead: Lead }) {
  return (
    <Banner tone="info" icon={<IconInfoCircle size={20} stroke={1.8} />} title={shared('informational')}>
      {until === null
        ? t('informational.text')
        : t.rich('informational.textUntil', { time: () => <AbsoluteTime at={until} dayOnly /> })}
    </Banner>
  );
}
