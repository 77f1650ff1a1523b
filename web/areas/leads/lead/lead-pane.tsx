import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Lead, LeadSummary } from '../../../../contract/leads/leads.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { Buttons, customerLabel } from '../../../ui/index.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { askForActivity } from '../activities/index.ts';
import { askForStep } from '../next-step/index.ts';
import { LeadPresenceLine } from '../presence/index.ts';
import { replyButtonId } from '../reply/index.ts';
import { ActionBar, hasActions } from './action-bar.tsx';
import { t } from './catalogue.ts';
import type { DialogName } from './dialogs/lead-dialogs.tsx';
import { LeadContent } from './lead-content.tsx';
import { FavoriteToggle, LeadBadges, SkipToActions } from './lead-header.tsx';
import classes from './lead-pane.module.css';
import { LeadUnavailable } from './lead-unavailable.tsx';
import { useLeadsAhead } from './leads-ahead.ts';
import { OwnerControl, ownerButtonId } from './owner/owner-control.tsx';
import { PaneSkeleton, PaneTitle } from './pane-skeleton.tsx';
import { useLeadDialogs } from './use-lead-dialogs.tsx';
import { useShownLead } from './use-shown-lead.ts';

interface LeadPaneProps {
  leadId: string;
  /** The lead as the list has it, shown until the whole lead is there. */
  summary: LeadSummary | undefined;
  /** The list next to the lead. */
  params: AddressParams;
  /** The leads that will probably be read next: they are fetched while this one is being read. */
  ahead: readonly (string | null | undefined)[];
  /** Accepting and declining is up to the list, which opens the next lead afterwards. */
  onAnswer: (lead: Lead, action: 'accept' | 'decline') => void;
  /** Whether the list has the sheet open that accepts or declines the lead. */
  isAnswering: boolean;
  /** Opens the next lead; undefined: there is none. */
  onNext: (() => void) | undefined;
}

/** Shorter than on a page: here people go through leads. */
const restMs = 120;
/** Long enough that a press of `j` on the way to another lead is not told to anyone. */
const lookedAtMs = 400;

/** One lead with everything about it, next to the list (WS-2, WS-7). */
export function LeadPane(props: LeadPaneProps) {
  const { leadId, summary } = props;
  const lead = useShownLead(leadId);
  useLeadsAhead(props.ahead, restMs);
  if (lead.data) return <LoadedPane {...props} lead={lead.data} />;
  if (lead.isPending) return <PaneSkeleton leadId={leadId} summary={summary} />;
  return (
    <div className={classes.scroll}>
      <PaneTitle leadId={leadId} hidden>
        {shared('title.lead')}
      </PaneTitle>
      <LeadUnavailable lead={lead}>
        {props.onNext && (
          <Button variant={lead.isMissing ? 'filled' : 'default'} onClick={props.onNext}>
            {t('header.next')}
          </Button>
        )}
      </LeadUnavailable>
    </div>
  );
}

function LoadedPane({ lead, params, onAnswer, isAnswering }: LeadPaneProps & { lead: Lead }) {
  const dialogs = useLeadDialogs(lead);
  const isLookedAt = useLookedAt();
  const open = (name: DialogName, duplicateOf?: string) => {
    if (name === 'accept' || name === 'decline') onAnswer(lead, name);
    else dialogs.open(name, duplicateOf);
  };
  const mayAssign = lead.allowedActions.includes('assign');
  useShortcuts({
    i: () => mayAssign && document.getElementById(ownerButtonId)?.click(),
    n: () => askForActivity(lead.id, { kind: 'note' }),
    r: () => document.getElementById(replyButtonId)?.click(),
    s: () => askForStep(lead.id),
  });
  return (
    <>
      <div className={classes.scroll}>
        <header className={classes.head}>
          <div className={classes.headText}>
            <PaneTitle leadId={lead.id}>{customerLabel(lead)}</PaneTitle>
            <LeadBadges lead={lead} />
            <OwnerControl lead={lead} />
            {isLookedAt && !lead.allowedActions.includes('route') && (
              <LeadPresenceLine lead={lead} working={dialogs.isOpen || isAnswering} />
            )}
          </div>
          <Buttons>
            {hasActions(lead) && <SkipToActions />}
            <FavoriteToggle lead={lead} />
            <OpenPage leadId={lead.id} params={params} />
          </Buttons>
        </header>
        <LeadContent lead={lead} params={params} dialogs={{ ...dialogs, open }} besideList />
      </div>
      <ActionBar lead={lead} onOpen={open} />
      {dialogs.dialog}
    </>
  );
}

/** Whether the lead has been shown for a moment: those that someone only passes on the way are not looked at. */
function useLookedAt(): boolean {
  const [isLookedAt, setLookedAt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLookedAt(true), lookedAtMs);
    return () => clearTimeout(timer);
  }, []);
  return isLookedAt;
}

function OpenPage({ leadId, params }: { leadId: string; params: AddressParams }) {
  return (
    <Tooltip label={t('pane.openPage')}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pane.openPage')}
        renderRoot={(props) => <Link {...props} to="/leads/$leadId" params={{ leadId }} search={params} />}
      >
        <IconArrowsDiagonal size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
