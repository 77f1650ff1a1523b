import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import classes from '../../../ui/banner.module.css';
import { Banner } from '../../../ui/banner.tsx';
import { AbsoluteTime } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { contactChecksQuery, spamReason, standingOf, useSpamReport } from '../contact-checks/index.ts';
import { t } from './catalogue.ts';

/** The banner for a lead whose address counts as spam, with the reason, or that was reported (CV-7). */
export function SpamBanner({ lead }: { lead: Lead }) {
  const checks = useQuery(contactChecksQuery(lead.id)).data;
  const isSpam = standingOf(lead, checks).email?.validity === 'Spam';
  const report = checks?.spamReport ?? null;
  if (!isSpam && report === null) return null;
  if (isSpam) {
    return (
      <Banner tone="attention" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t('spam.title')}>
        {spamReason(checks) ?? t('spam.usualReason')} {t('spam.lookClosely')}
        <ReportLine leadId={lead.id} checks={checks} />
      </Banner>
    );
  }
  return (
    <Banner tone="quiet" icon={<IconFlag size={20} stroke={1.8} />} title={t('reported.title')}>
      {checks?.checking ? t('reported.checking') : t('reported.checked')}
      <ReportLine leadId={lead.id} checks={checks} />
    </Banner>
  );
}

/** Who reported it, and the button to withdraw the report. */
function ReportLine({ leadId, checks }: { leadId: string; checks: LeadContactChecks | undefined }) {
  const withdraw = useSpamReport(leadId);
  const report = checks?.spamReport ?? null;
  if (report === null) return null;
  return (
    <div className={classes.action}>
      <span>{t.rich('reported.by', { name: report.by, time: () => <AbsoluteTime at={report.at} /> })}</span>
      {checks?.allowedActions.includes('withdraw-spam-report') && (
        <Button
          variant="default"
          size="compact-sm"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(false)}
        >
          {shared('action.withdrawReport')}
        </Button>
      )}
    </div>
  );
}
