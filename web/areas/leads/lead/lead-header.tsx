import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconChevronDown,
  IconChevronUp,
  IconHeart,
  IconHeartFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import { useListName } from '../../../lead-query/list-name.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { HotMark, QualityMark, RelativeTime, StatusBadge, TestMark } from '../../../ui/index.ts';
import { actionBarId, hasActions } from './action-bar.tsx';
import classes from './lead-header.module.css';
import { useFavorite } from './use-lead-changes.ts';

/** Back to the list as it was left: same tab, search, filters, order. */
export function BackToList({ params }: { params: AddressParams }) {
  const { link } = useListName();
  return (
    <Link to="/leads" search={params} className={classes.back}>
      <IconArrowLeft size={15} aria-hidden />
      {link}
    </Link>
  );
}

/** Status, rating and kind of the lead, and when it came. */
export function LeadBadges({ lead }: { lead: Lead }) {
  return (
    <span className={`ll-facts ${classes.badges}`}>
      <StatusBadge lead={lead} />
      {lead.isTest && <TestMark />}
      <HotMark lead={lead} withWords />
      {lead.leadQuality !== null && (
        <span className={classes.quality}>
          <QualityMark quality={lead.leadQuality} /> <span className={classes.qualityWord}>quality</span>
        </span>
      )}
      <span>{describeKind(lead)}</span>
      <span>
        Received <RelativeTime at={lead.createdAt} />
      </span>
    </span>
  );
}

/** "Customer inquiry · Offer · Contact me", "Sales qualified". */
function describeKind(lead: Lead): string {
  const parts = [words.qualification[lead.qualification]];
  if (lead.qualification === 'Direct') {
    parts.push(words.leadType[lead.leadType]);
    if (lead.callToAction) parts.push(words.callToAction[lead.callToAction]);
  }
  return parts.join(' · ');
}

interface LeadNavigationProps {
  lead: Lead;
  neighbors: LeadNeighbors | undefined;
  params: AddressParams;
}

/** Favorite, and the way to the leads before and after this one in the list. */
export function LeadNavigation({ lead, neighbors, params }: LeadNavigationProps) {
  const favorite = useFavorite(lead);
  const tip = lead.favorite ? 'Remove from favorites' : 'Add to favorites';
  return (
    <>
      {hasActions(lead) && <SkipToActions />}
      {lead.allowedActions.includes('favorite') && (
        <Tooltip label={`${tip} (f)`}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Favorite"
            aria-pressed={lead.favorite}
            aria-keyshortcuts="f"
            onClick={() => favorite.mutate(!lead.favorite)}
          >
            {lead.favorite ? (
              <IconHeartFilled size={18} className={classes.heart} aria-hidden />
            ) : (
              <IconHeart size={18} stroke={1.8} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      )}
      <ActionIcon.Group>
        <NeighborLink
          label="Previous lead"
          shortcut="k"
          leadId={neighbors?.previousId ?? null}
          params={params}
        />
        <NeighborLink label="Next lead" shortcut="j" leadId={neighbors?.nextId ?? null} params={params} />
      </ActionIcon.Group>
    </>
  );
}

/** The actions stand at the foot of the page, many stops of the Tab key below its title: a way past them. */
function SkipToActions() {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(actionBarId)?.focus();
  };
  return (
    <a className={classes.skip} href={`#${actionBarId}`} onClick={skip}>
      Skip to the actions
    </a>
  );
}

interface NeighborLinkProps {
  label: string;
  shortcut: string;
  leadId: string | null;
  params: AddressParams;
}

function NeighborLink({ label, shortcut, leadId, params }: NeighborLinkProps) {
  const Icon = shortcut === 'k' ? IconChevronUp : IconChevronDown;
  const icon = <Icon size={18} stroke={1.8} aria-hidden />;
  if (leadId === null) {
    return (
      <ActionIcon variant="default" size="lg" disabled aria-label={`${label}: there is none`}>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${label} (${shortcut})`}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        renderRoot={(props) => <Link {...props} to="/leads/$leadId" params={{ leadId }} search={params} />}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
