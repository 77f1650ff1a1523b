import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconCopyOff, IconLink, IconUnlink, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DuplicateAction, PossibleDuplicate } from '../../../../contract/leads/duplicates.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { AbsoluteTime, Badge, StatusBadge } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './duplicates.module.css';
import { nameDuplicate, wordWeight } from './duplicates-data.ts';
import type { Decision } from './use-decisions.ts';

interface DuplicateRowProps {
  item: PossibleDuplicate;
  params: AddressParams;
  may: (action: DuplicateAction) => boolean;
  busy: boolean;
  onDecide: (otherId: string, decision: Decision) => void;
  onCloseAsDuplicate?: (otherLeadId: string) => void;
}

/** One possible duplicate: which lead it is, how likely, why, and what to do. */
export function DuplicateRow(props: DuplicateRowProps) {
  const { lead, reasons } = props.item;
  return (
    <li className={classes.row}>
      <p className={`ll-facts ${classes.head}`}>
        <Link to="/leads/$leadId" params={{ leadId: lead.id }} search={props.params} className={classes.link}>
          <bdi>{lead.customerName ?? shared('unnamedCustomer')}</bdi>
        </Link>
        <LevelBadge item={props.item} />
      </p>
      <p className="ll-facts ll-muted">
        {lead.contactName !== null && <span>{lead.contactName}</span>}
        <span>{t.rich('row.received', { time: () => <AbsoluteTime at={lead.createdAt} dayOnly /> })}</span>
        <StatusBadge lead={lead} />
      </p>
      {reasons.length > 0 && (
        <ul className={`ll-list ${classes.reasons}`} aria-label={t('row.why')}>
          {reasons.map((reason) => (
            <li key={reason.code} data-against={reason.weight < 0 || undefined}>
              {reason.words} <span className={classes.weight}>{wordWeight(reason.weight)}</span>
            </li>
          ))}
        </ul>
      )}
      <Actions {...props} />
    </li>
  );
}

function LevelBadge({ item }: { item: PossibleDuplicate }) {
  const title = t('level.points', { points: wordWeight(item.score) });
  if (item.linked)
    return <Badge icon={IconLink} tone="active" label={t('level.linked')} title={t('level.linkedHint')} />;
  if (item.dismissed)
    return (
      <Badge icon={IconCopyOff} tone="quiet" label={t('level.dismissed')} title={t('level.dismissedHint')} />
    );
  return item.level === 'likely' ? (
    <Badge icon={IconCopy} tone="attention" label={t('level.likely')} title={title} />
  ) : (
    <Badge icon={IconCopy} tone="quiet" label={t('level.possible')} title={title} />
  );
}

function Actions({ item, may, busy, onDecide, onCloseAsDuplicate }: DuplicateRowProps) {
  const { id } = item.lead;
  const lead = nameDuplicate(item);
  const canLink = may('link') && !item.dismissed;
  const canDismiss = may('dismiss') && !item.linked && !item.dismissed;
  const canTakeBack = may('dismiss') && item.dismissed;
  if (!canLink && !canDismiss && !canTakeBack && !onCloseAsDuplicate) return null;
  return (
    <div className={classes.actions}>
      {canLink && (
        <Action
          label={item.linked ? t('action.unlinkFrom', { lead }) : t('action.linkTo', { lead })}
          icon={item.linked ? <IconUnlink size={15} aria-hidden /> : <IconLink size={15} aria-hidden />}
          busy={busy}
          onClick={() => onDecide(id, item.linked ? 'unlink' : 'link')}
        >
          {item.linked ? t('action.unlink') : t('action.link')}
        </Action>
      )}
      {canDismiss && (
        <Action
          label={t('action.dismissNamed', { lead })}
          icon={<IconX size={15} aria-hidden />}
          busy={busy}
          onClick={() => onDecide(id, 'dismiss')}
        >
          {t('action.dismiss')}
        </Action>
      )}
      {canTakeBack && (
        <Action
          label={t('action.undoFor', { lead })}
          icon={<IconArrowBackUp size={15} aria-hidden />}
          busy={busy}
          onClick={() => onDecide(id, 'undismiss')}
        >
          {shared('action.undo')}
        </Action>
      )}
      {onCloseAsDuplicate && (
        <Action
          label={t('action.closeAs', { lead })}
          icon={<IconCopy size={15} aria-hidden />}
          busy={busy}
          onClick={() => onCloseAsDuplicate(id)}
        >
          {t('action.close')}
        </Action>
      )}
    </div>
  );
}

interface ActionProps {
  label: string;
  icon: ReactNode;
  busy: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Not disabled while busy: that would take the focus away from the person who just pressed it. */
function Action({ label, icon, busy, onClick, children }: ActionProps) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={label}
      aria-disabled={busy}
      leftSection={icon}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
