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
import { wordTimeLeft } from './deadline.ts';
import { SpamNotice } from './spam-notice.tsx';

/** What must be known about this lead before anything else; nothing for most leads. */
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
        <Notice
          tone="attention"
          icon={<IconRouteOff size={20} stroke={1.8} />}
          title="No partner has this lead yet"
        >
          {lead.routing.reason}
        </Notice>
      )}
      {lead.isTest && (
        <Notice tone="quiet" icon={<IconFlask size={20} stroke={1.8} />} title="This is a test lead">
          It was sent to try things out. It isn’t rated or counted in any figures.
        </Notice>
      )}
    </>
  );
}

function HotNotice({ lead }: { lead: Lead }) {
  const now = useNow();
  const state = hotness(lead, now);
  if (state === null || lead.hotUntil === null) return null;
  if (state === 'hot') {
    return (
      <Notice
        tone="hot"
        icon={<IconFlame size={22} stroke={1.8} />}
        title="The customer asked to be contacted directly"
      >
        Contact them within {wordTimeLeft(lead.hotUntil, now)}: until <AbsoluteTime at={lead.hotUntil} /> this
        lead is hot.
      </Notice>
    );
  }
  return (
    <Notice
      tone="attention"
      icon={<IconClock size={20} stroke={1.8} />}
      title="The customer asked to be contacted directly, and the first days have passed"
    >
      The lead is still open. If nobody has been in touch yet, do it now: customers who have to wait choose
      someone else.
    </Notice>
  );
}

function SuspectedSpamNotice() {
  return (
    <Notice
      tone="attention"
      icon={<IconAlertTriangle size={20} stroke={1.8} />}
      title="The message reads like spam"
    >
      It is worded like an unsolicited offer. Look closely before you spend time on this lead.
    </Notice>
  );
}

function WithheldNotice({ reason }: { reason: 'Expired' | 'NoConsent' }) {
  const expired = reason === 'Expired';
  return (
    <Notice
      tone="quiet"
      icon={<IconEyeOff size={20} stroke={1.8} />}
      title={expired ? 'This lead expired without an answer' : 'The customer did not agree to be contacted'}
    >
      {expired
        ? 'The time to accept or decline it has passed, so the contact details and the message are no longer shown.'
        : 'That is why you don’t see contact details or a message. Do not contact this customer about this lead.'}
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
      The customer chose you from a list of matching partners. They wrote their message to the previous
      partner.
    </Notice>
  );
}

function InformationalNotice({ lead }: { lead: Lead }) {
  return (
    <Notice
      tone="info"
      icon={<IconInfoCircle size={20} stroke={1.8} />}
      title="For your information: there is nothing to accept or decline"
    >
      The customer got the offer without your help. You can follow up with them
      {lead.availableUntil === null ? (
        '.'
      ) : (
        <>
          {' '}
          until <AbsoluteTime at={lead.availableUntil} dayOnly />; then the lead leaves your lists.
        </>
      )}
    </Notice>
  );
}
