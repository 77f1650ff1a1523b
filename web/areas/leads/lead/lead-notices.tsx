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
import { AbsoluteTime, hotness, useNow } from '../../../ui/index.ts';
import { Notice } from '../../../ui/notice.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { wordTimeLeft } from './deadline.ts';
import { SpamNotice } from './spam-notice.tsx';

/** What the reader must know about this lead first; nothing for most leads. */
export function LeadNotices({ lead }: { lead: Lead }) {
  return (
    <>
      <HotNotice lead={lead} />
      <SpamNotice lead={lead} />
      {lead.suspectedSpam && <SuspectedSpamNotice />}
      {lead.contactWithheld !== null && <WithheldNotice reason={lead.contactWithheld} />}
      {lead.forwarded !== null && <ForwardedNotice after={lead.forwarded.after} />}
      {!lead.actionable && <InformationalNotice lead={lead} />}
      {lead.allowedActions.includes('route') && (
        <Notice tone="attention" icon={<IconRouteOff size={20} stroke={1.8} />} title={t('unrouted.title')}>
          {lead.routing.reason}
        </Notice>
      )}
      {lead.isTest && (
        <Notice tone="quiet" icon={<IconFlask size={20} stroke={1.8} />} title={t('test.title')}>
          {t('test.text')}
        </Notice>
      )}
    </>
  );
}

function HotNotice({ lead }: { lead: Lead }) {
  const now = useNow();
  const state = hotness(lead, now);
  const until = lead.hotUntil;
  if (state === null || until === null) return null;
  if (state === 'hot') {
    return (
      <Notice tone="hot" icon={<IconFlame size={22} stroke={1.8} />} title={t('hot.title')}>
        {t.rich('hot.text', { left: wordTimeLeft(until, now), time: () => <AbsoluteTime at={until} /> })}
      </Notice>
    );
  }
  return (
    <Notice tone="attention" icon={<IconClock size={20} stroke={1.8} />} title={t('cooled.title')}>
      {t('cooled.text')}
    </Notice>
  );
}

function SuspectedSpamNotice() {
  return (
    <Notice tone="attention" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t('suspected.title')}>
      {t('suspected.text')}
    </Notice>
  );
}

function WithheldNotice({ reason }: { reason: 'Expired' | 'NoConsent' }) {
  return (
    <Notice tone="quiet" icon={<IconEyeOff size={20} stroke={1.8} />} title={t(`withheld.${reason}.title`)}>
      {t(`withheld.${reason}.text`)}
    </Notice>
  );
}

function ForwardedNotice({ after }: { after: ForwardedAfter }) {
  return (
    <Notice
      tone="info"
      icon={<IconArrowForwardUp size={20} stroke={1.8} />}
      title={words.forwardedAfter[after]}
    >
      {t('forwarded.text')}
    </Notice>
  );
}

function InformationalNotice({ lead: { availableUntil: until } }: { lead: Lead }) {
  return (
    <Notice tone="info" icon={<IconInfoCircle size={20} stroke={1.8} />} title={shared('informational')}>
      {until === null
        ? t('informational.text')
        : t.rich('informational.textUntil', { time: () => <AbsoluteTime at={until} dayOnly /> })}
    </Notice>
  );
}
