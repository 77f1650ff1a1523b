import { Button, Skeleton } from '@mantine/core';
import { IconFlag, IconFlagOff, IconLoader, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import type { Contact, Lead } from '../../../../contract/leads/leads.ts';
import type { ContactCheckAction } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { ErrorNote } from '../../../ui/content/index.ts';
import { Panel } from '../../../ui/index.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './contact-checks.module.css';
import { contactChecksQuery } from './contact-checks-data.ts';
import { EmailSection, PhoneSection } from './contact-section.tsx';
import { needsNoLook, standingOf, summarize } from './evidence.ts';
import { useRecheck, useSpamReport } from './use-contact-actions.ts';

/** The id of the panel on the page, for links to it. */
export const contactChecksPanelId = 'how-we-know';

/** The contact checks: verdicts, findings and hints, with their times (CV-3). */
export function ContactChecksPanel({ lead }: { lead: Lead }) {
  const query = useQuery(contactChecksQuery(lead.id));
  const checks = query.data;
  const folded = useFold(lead, checks);
  const allows = (action: ContactCheckAction) => checks?.allowedActions.includes(action) ?? false;
  return (
    <div id={contactChecksPanelId} className={classes.panel} tabIndex={-1}>
      <Panel
        title={shared('title.contactChecks')}
        folded={folded}
        actions={
          <span className={classes.actions}>
            {checks && allows('recheck') && <RecheckButton lead={lead} checks={checks} />}
          </span>
        }
      >
        <PanelContent lead={lead} checks={checks} error={query.error} onRetry={() => void query.refetch()} />
        {checks && (allows('report-spam') || allows('withdraw-spam-report') || checks.spamReport) && (
          <SpamReport leadId={lead.id} checks={checks} />
        )}
      </Panel>
    </div>
  );
}

/**
 * Folds the panel from the start when there is nothing to see. It may open by itself, but never folds while someone
 * reads it.
 */
function useFold(lead: Lead, checks: LeadContactChecks | undefined): string | undefined {
  const quiet = needsNoLook(lead, checks);
  const [wasQuiet, setWasQuiet] = useState(quiet !== null);
  if (wasQuiet && quiet === null) setWasQuiet(false);
  return wasQuiet ? (quiet ?? undefined) : undefined;
}

interface ContentProps {
  lead: Lead;
  checks: LeadContactChecks | undefined;
  error: unknown;
  onRetry: () => void;
}

function PanelContent({ lead, checks, error, onRetry }: ContentProps) {
  const { contact } = lead;
  const isWithheld = lead.contactWithheld !== null || (checks?.withheld ?? null) !== null;
  if (isWithheld || contact === null) {
    return <p className="ll-note">{shared('withheld')}</p>;
  }
  if (contact.email === null && contact.phone === null) {
    return <p className="ll-note">{t('nothing')}</p>;
  }
  if (checks) return <Sections lead={lead} contact={contact} checks={checks} />;
  if (error === null) return <SectionsSkeleton contact={contact} />;
  return <ErrorNote error={error} onRetry={onRetry} />;
}

function Sections({ lead, contact, checks }: { lead: Lead; contact: Contact; checks: LeadContactChecks }) {
  const standing = standingOf(lead, checks);
  return (
    <>
      {contact.email !== null && <EmailSection checks={checks} standing={standing} typed={contact.email} />}
      {contact.phone !== null && <PhoneSection checks={checks} standing={standing} typed={contact.phone} />}
    </>
  );
}

/** Sized for most contacts: three findings for an address, one for a number. */
function SectionsSkeleton({ contact }: { contact: Contact }) {
  const counts = [contact.email === null ? 0 : 3, contact.phone === null ? 0 : 1].filter(Boolean);
  return (
    <div aria-busy>
      {counts.map((count) => (
        <div key={count} className={classes.contact}>
          <Skeleton height={16} width="60%" my={2} />
          {[0, 1, 2].slice(0, count).map((row) => (
            <div key={row} className={classes.skeletonRow}>
              <Skeleton height={13} width="45%" my={4} />
              <Skeleton height={13} width="85%" my={4} />
              <Skeleton height={11} width="55%" my={4} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Stays in place while the check runs, and keeps the focus. */
function RecheckButton({ lead, checks }: { lead: Lead; checks: LeadContactChecks }) {
  const recheck = useRecheck(lead.id);
  const isBusy = recheck.isPending || checks.checking;
  const told = isBusy ? t('recheck.runningTold') : summarize(standingOf(lead, checks));
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-disabled={isBusy}
        leftSection={
          isBusy ? (
            <IconLoader size={15} stroke={1.8} className={classes.turning} aria-hidden />
          ) : (
            <IconRefresh size={15} stroke={1.8} aria-hidden />
          )
        }
        onClick={() => {
          if (!isBusy) recheck.mutate();
        }}
      >
        {isBusy ? words.checking : t('recheck.start')}
      </Button>
      <span role="status" className="ll-visually-hidden">
        {recheck.isIdle ? '' : told}
      </span>
    </>
  );
}

/** Whether the lead was reported as spam, with the button to report it or withdraw the report (CV-6). */
function SpamReport({ leadId, checks }: { leadId: string; checks: LeadContactChecks }) {
  const report = useSpamReport(leadId);
  const { spamReport } = checks;
  const wanted = spamReport === null;
  const needs: ContactCheckAction = wanted ? 'report-spam' : 'withdraw-spam-report';
  return (
    <div className={`ll-apart ${classes.spam}`}>
      <p>
        {spamReport === null
          ? t('spam.ask')
          : t.rich('spam.reported', {
              by: spamReport.by,
              when: relative(spamReport.at),
            })}
      </p>
      {checks.allowedActions.includes(needs) && (
        <Button
          variant="default"
          size="compact-sm"
          aria-disabled={report.isPending}
          leftSection={wanted ? <IconFlag size={15} aria-hidden /> : <IconFlagOff size={15} aria-hidden />}
          onClick={() => {
            if (!report.isPending) report.mutate(wanted);
          }}
        >
          {wanted ? shared('action.reportSpam') : shared('action.withdrawReport')}
        </Button>
      )}
    </div>
  );
}
