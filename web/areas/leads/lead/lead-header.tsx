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
import { shared } from '../../../ui/words/catalogue.ts';
import { actionBarId, hasActions } from './action-bar.tsx';
import { t } from './catalogue.ts';
import classes from './lead-header.module.css';
import { useFavorite } from './use-lead-changes.ts';

/** Back to the list as it was left: same tab, search, filters and order. */
export function BackToList({ params }: { params: AddressParams }) {
  const { link } = useListName();
  return (
    <Link to="/leads" search={params} className={classes.back}>
      <IconArrowLeft size={15} className="ll-mirrored" aria-hidden />
      {link}
    </Link>
  );
}

/** Status, rating and kind of the lead, and when it came in. */
export function LeadBadges({ lead }: { lead: Lead }) {
  const { leadQuality } = lead;
  return (
    <span className={`ll-facts ${classes.badges}`}>
      <StatusBadge lead={lead} />
      {lead.isTest && <TestMark />}
      <HotMark lead={lead} withWords />
      {leadQuality !== null && (
        <span className={classes.quality}>
          {t.rich('header.quality', {
            mark: () => <QualityMark quality={leadQuality} />,
            word: (part) => <span className={classes.qualityWord}>{part}</span>,
          })}
        </span>
      )}
      <span>{describeKind(lead)}</span>
      <span>{t.rich('header.received', { time: () => <RelativeTime at={lead.createdAt} /> })}</span>
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

/** The heart of a lead; nothing where the lead cannot be a favorite. */
export function FavoriteToggle({ lead }: { lead: Lead }) {
  const favorite = useFavorite(lead);
  const tip = lead.favorite ? shared('favorite.remove') : shared('favorite.add');
  if (!lead.allowedActions.includes('favorite')) return null;
  return (
    <Tooltip label={t('shortcut', { label: tip, key: 'f' })}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={shared('favorite.label')}
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
  );
}

/** Favorite, and links to the previous and next lead in the list. */
export function LeadNavigation({ lead, neighbors, params }: LeadNavigationProps) {
  return (
    <>
      {hasActions(lead) && <SkipToActions />}
      <FavoriteToggle lead={lead} />
      <ActionIcon.Group>
        <NeighborLink
          label={t('header.previous')}
          none={t('header.noPrevious')}
          shortcut="k"
          leadId={neighbors?.previousId ?? null}
          params={params}
        />
        <NeighborLink
          label={t('header.next')}
          none={t('header.noNext')}
          shortcut="j"
          leadId={neighbors?.nextId ?? null}
          params={params}
        />
      </ActionIcon.Group>
    </>
  );
}

/** The actions are at the foot of the page, many Tab stops below its title: this link skips to them. */
export function SkipToActions() {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(actionBarId)?.focus();
  };
  return (
    <a className={classes.skip} href={`#${actionBarId}`} onClick={skip}>
      {t('header.skip')}
    </a>
  );
}

interface NeighborLinkProps {
  label: string;
  /** Shown instead of the label at an end of the list. */
  none: string;
  shortcut: string;
  leadId: string | null;
  params: AddressParams;
}

function NeighborLink({ label, none, shortcut, leadId, params }: NeighborLinkProps) {
  const Icon = shortcut === 'k' ? IconChevronUp : IconChevronDown;
  const icon = <Icon size={18} stroke={1.8} aria-hidden />;
  if (leadId === null) {
    return (
      <ActionIcon variant="default" size="lg" disabled aria-label={none}>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={t('shortcut', { label, key: shortcut })}>
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
