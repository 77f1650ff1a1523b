import { Button } from '@mantine/core';
import { IconClockHour4, IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { LeadAction } from '../../../../contract/leads/lists.ts';
import {
  AbsoluteTime,
  formatInstant,
  RelativeTime,
  useHasPassed,
  useLocale,
  useNow,
} from '../../../ui/index.ts';
import { contactChecksQuery } from '../contact-checks/index.ts';
import classes from './action-bar.module.css';
import { toMailLink, toPhoneLink } from './contact-links.ts';
import { wantsAnswer, wordMoment, wordTimeLeft } from './deadline.ts';
import type { DialogName } from './dialogs/lead-dialogs.tsx';

interface BarButton {
  needs: LeadAction;
  opens: DialogName;
  label: string;
  variant: 'filled' | 'default' | 'subtle';
  shortcut?: string;
}

const buttons: BarButton[] = [
  { needs: 'close-as-error', opens: 'close-as-error', label: 'Close as error', variant: 'subtle' },
  { needs: 'close-outcome', opens: 'lost', label: 'Lost', variant: 'default' },
  { needs: 'decline', opens: 'decline', label: 'Decline', variant: 'default', shortcut: 'd' },
  { needs: 'close-outcome', opens: 'won', label: 'Won', variant: 'filled' },
  { needs: 'accept', opens: 'accept', label: 'Accept', variant: 'filled', shortcut: 'a' },
  { needs: 'route', opens: 'route', label: 'Send to partner', variant: 'filled' },
];

/** Where the actions stand on the page, for what leads to them. */
export const actionBarId = 'lead-actions';

const listButtons = (lead: Lead) => buttons.filter((button) => lead.allowedActions.includes(button.needs));

/** Whether somebody can do anything about the lead in the bar now. */
export const hasActions = (lead: Lead): boolean => listButtons(lead).length > 0;

interface ActionBarProps {
  lead: Lead;
  onOpen: (dialog: DialogName) => void;
}

/** The actions that are allowed now (ID-4), always in view; it takes its own room, so it covers nothing. */
export function ActionBar({ lead, onOpen }: ActionBarProps) {
  const shown = listButtons(lead);
  const isReachable = lead.contact !== null && (lead.contact.phone !== null || lead.contact.email !== null);
  useScrollMargin(shown.length > 0 || isReachable);
  if (shown.length === 0 && !isReachable) return null;
  return (
    <section
      id={actionBarId}
      tabIndex={-1}
      className={classes.bar}
      aria-label="Actions"
      data-contact-only={shown.length === 0 || undefined}
    >
      <div className={classes.inner}>
        <Deadline lead={lead} />
        <ContactButtons lead={lead} />
        {shown.map((button) => (
          <Button
            key={button.opens}
            variant={button.variant}
            data-secondary={button.variant === 'subtle' || undefined}
            color={button.variant === 'subtle' ? 'gray' : undefined}
            aria-keyshortcuts={button.shortcut}
            title={button.shortcut && `${button.label} (${button.shortcut})`}
            onClick={() => onOpen(button.opens)}
          >
            {button.label}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** On a phone, calling and writing are always at hand; elsewhere the contact stands beside its checks. */
function ContactButtons({ lead }: { lead: Lead }) {
  const checks = useQuery(contactChecksQuery(lead.id)).data;
  if (lead.contact === null) return null;
  const phone = toPhoneLink(checks?.phone?.e164 ?? lead.contact.phone);
  const email = toMailLink(lead.contact.email);
  if (phone === null && email === null) return null;
  return (
    <span className={classes.contact}>
      {phone !== null && (
        <Button component="a" href={phone} variant="light" leftSection={<IconPhone size={16} aria-hidden />}>
          Call
        </Button>
      )}
      {email !== null && (
        <Button component="a" href={email} variant="light" leftSection={<IconMail size={16} aria-hidden />}>
          Email
        </Button>
      )}
    </span>
  );
}

function Deadline({ lead }: { lead: Lead }): ReactNode {
  const now = useNow();
  const hasPassed = useHasPassed(lead.expiresAt);
  const waits = lead.status === 'Received' && !lead.allowedActions.includes('route');
  if (lead.expiresAt === null || !waits) return <span className={classes.deadline} />;
  if (!wantsAnswer(lead)) {
    return (
      <span className={classes.deadline}>
        {hasPassed ? 'Expired' : 'Expires'} <RelativeTime at={lead.expiresAt} />
      </span>
    );
  }
  return (
    <span className={classes.deadline}>
      <IconClockHour4 size={16} stroke={1.8} aria-hidden />
      {lead.respondBy !== null && lead.respondBy !== lead.expiresAt ? (
        <RespondBy respondBy={lead.respondBy} expiresAt={lead.expiresAt} />
      ) : (
        <span>
          Answer within <strong>{wordTimeLeft(lead.expiresAt, now)}</strong>
          <span className={classes.until}>
            , by <AbsoluteTime at={lead.expiresAt} />
          </span>
        </span>
      )}
    </span>
  );
}

/** The last working moment, and when the lead ends all the same. */
function RespondBy({ respondBy, expiresAt }: { respondBy: string; expiresAt: string }) {
  const isPast = Date.parse(respondBy) <= useNow();
  return (
    <span>
      {isPast ? (
        <strong>Respond now</strong>
      ) : (
        <>
          Respond by{' '}
          <strong>
            <Moment at={respondBy} />
          </strong>
        </>
      )}{' '}
      · expires <Moment at={expiresAt} />
    </span>
  );
}

function Moment({ at }: { at: string }) {
  const { locale, timeZone } = useLocale();
  return (
    <time className="ll-numbers" dateTime={at} title={formatInstant(at, locale, timeZone)}>
      {wordMoment(at, locale, timeZone)}
    </time>
  );
}

/** Keeps what has the focus clear of the bar when the browser scrolls to it. */
function useScrollMargin(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const root = document.documentElement.style;
    root.scrollPaddingBottom = '6.5rem';
    return () => {
      root.scrollPaddingBottom = '';
    };
  }, [active]);
}
