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
import { strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { contactChecksQuery } from '../contact-checks/index.ts';
import classes from './action-bar.module.css';
import { t } from './catalogue.ts';
import { toMailLink, toPhoneLink } from './contact-links.ts';
import { wantsAnswer, wordMoment, wordTimeLeft } from './deadline.ts';
import type { DialogName } from './dialogs/lead-dialogs.tsx';

/** An action on a lead that opens a dialog. */
interface BarButton {
  needs: LeadAction;
  opens: DialogName;
  label: string;
  variant: 'filled' | 'default' | 'subtle';
  shortcut?: string;
}

const buttons: BarButton[] = [
  {
    needs: 'close-as-error',
    opens: 'close-as-error',
    label: shared('action.closeAsError'),
    variant: 'subtle',
  },
  { needs: 'close-outcome', opens: 'lost', label: t('actions.lost'), variant: 'default' },
  { needs: 'decline', opens: 'decline', label: t('actions.decline'), variant: 'default', shortcut: 'd' },
  { needs: 'close-outcome', opens: 'won', label: t('actions.won'), variant: 'filled' },
  { needs: 'accept', opens: 'accept', label: t('actions.accept'), variant: 'filled', shortcut: 'a' },
  { needs: 'route', opens: 'route', label: shared('sendToPartner'), variant: 'filled' },
];

/** The id of the actions on the page, for links to them. */
export const actionBarId = 'lead-actions';

/** What can be done with the lead now, in the order of the bar. */
export const listButtons = (lead: Lead) =>
  buttons.filter((button) => lead.allowedActions.includes(button.needs));

/** Whether the bar offers any action on the lead now. */
export const hasActions = (lead: Lead): boolean => listButtons(lead).length > 0;

interface ActionBarProps {
  lead: Lead;
  onOpen: (dialog: DialogName) => void;
}

/** The actions allowed now (ID-4), always in view; the bar has its own room, so it covers nothing. */
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
      aria-label={t('actions.label')}
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
            title={button.shortcut && t('shortcut', { label: button.label, key: button.shortcut })}
            onClick={() => onOpen(button.opens)}
          >
            {button.label}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** On a phone, calling and writing are always at hand; elsewhere the contact is next to its checks. */
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
          {t('actions.call')}
        </Button>
      )}
      {email !== null && (
        <Button component="a" href={email} variant="light" leftSection={<IconMail size={16} aria-hidden />}>
          {t('actions.email')}
        </Button>
      )}
    </span>
  );
}

function Deadline({ lead }: { lead: Lead }): ReactNode {
  const now = useNow();
  const hasPassed = useHasPassed(lead.expiresAt);
  const waits = lead.status === 'Received' && !lead.allowedActions.includes('route');
  const { expiresAt, respondBy } = lead;
  if (expiresAt === null || !waits) return <span className={classes.deadline} />;
  if (!wantsAnswer(lead)) {
    return (
      <span className={classes.deadline}>
        {t.rich(hasPassed ? 'deadline.expired' : 'deadline.expires', {
          time: () => <RelativeTime at={expiresAt} />,
        })}
      </span>
    );
  }
  return (
    <span className={classes.deadline}>
      <IconClockHour4 size={16} stroke={1.8} aria-hidden />
      {respondBy !== null && respondBy !== expiresAt ? (
        <RespondBy respondBy={respondBy} expiresAt={expiresAt} />
      ) : (
        <span>
          {t.rich('deadline.answerWithin', {
            left: wordTimeLeft(expiresAt, now),
            b: strong,
            until: (part) => <span className={classes.until}>{part}</span>,
            time: () => <AbsoluteTime at={expiresAt} />,
          })}
        </span>
      )}
    </span>
  );
}

/** The last working moment, and when the lead finally expires. */
function RespondBy({ respondBy, expiresAt }: { respondBy: string; expiresAt: string }) {
  const isPast = Date.parse(respondBy) <= useNow();
  const end = () => <Moment at={expiresAt} />;
  return (
    <span>
      {isPast
        ? t.rich('deadline.respondNow', { b: strong, end })
        : t.rich('deadline.respondBy', { b: strong, time: () => <Moment at={respondBy} />, end })}
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

/** Keeps the focused element clear of the bar when the browser scrolls to it. */
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
