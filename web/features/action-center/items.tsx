import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArchive,
  IconArchiveOff,
  type IconBell,
  IconCheck,
  IconClock,
  IconHourglassEmpty,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconSend,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Action, Notification } from '../../../contract/action-center.ts';
import type { ActionKind, NotificationKind } from '../../../contract/enums.ts';
import { AbsoluteTime, HotMark, RelativeTime } from '../../ui/index.ts';
import classes from './action-center.module.css';
import { type NotificationMark, useMark } from './action-center-data.ts';
import { type Place, placeOfAction, placeOfNotification } from './places.ts';

type Icon = typeof IconBell;

const actionIcons: Record<ActionKind, Icon> = {
  'fix-address': IconMail,
  'confirm-address': IconMail,
  'route-leads': IconSend,
  'decide-quarantine': IconAlertTriangle,
  'look-at-failed-mails': IconMail,
  'fix-colleagues-addresses': IconUsers,
  'answer-lead': IconInbox,
};

const notificationIcons: Record<NotificationKind, Icon> = {
  'new-lead': IconInbox,
  'expiring-soon': IconClock,
  'lead-expired': IconHourglassEmpty,
  'team-assignment': IconUsers,
  'sent-lead': IconSend,
  'direct-expired': IconHourglassEmpty,
  announcement: IconSpeakerphone,
};

/** Something to do: leads to where it is done, and is gone when it is. */
export function ActionItem({ action }: { action: Action }) {
  const ActionIcon = actionIcons[action.kind];
  return (
    <li className={classes.item} data-level={action.level}>
      <span className={classes.icon} aria-hidden>
        <ActionIcon size={18} stroke={1.7} />
      </span>
      <div className={classes.text}>
        <PlaceLink place={placeOfAction(action)} className={classes.title}>
          {action.title}
        </PlaceLink>
        {action.detail && <span className={classes.detail}>{action.detail}</span>}
        <span className={classes.facts}>
          {action.level === 'mandatory' && <strong className={classes.pressing}>Needs to be done</strong>}
          {action.hotUntil && <HotMark lead={{ hotUntil: action.hotUntil, status: 'Received' }} withWords />}
          {action.dueAt && (
            <span>
              Answer by <AbsoluteTime at={action.dueAt} />
            </span>
          )}
        </span>
      </div>
    </li>
  );
}

/** Something that happened: opening it marks it as read. */
export function NotificationItem({ item, brief = false }: { item: Notification; brief?: boolean }) {
  const mark = useMark();
  const NotificationIcon = notificationIcons[item.kind];
  const place = placeOfNotification(item);
  const isUnread = item.readAt === null;
  const readIt = () => {
    if (isUnread) mark.mutate({ id: item.id, mark: 'read' });
  };
  return (
    <li className={classes.item} data-unread={isUnread || undefined}>
      <span className={classes.icon} aria-hidden>
        <NotificationIcon size={18} stroke={1.7} />
      </span>
      <div className={classes.text}>
        {place ? (
          <PlaceLink place={place} className={classes.title} onClick={readIt}>
            {item.title}
          </PlaceLink>
        ) : (
          <span className={classes.title}>{item.title}</span>
        )}
        {isUnread && <span className="ll-visually-hidden">Unread</span>}
        {item.detail && (
          <span className={classes.detail} data-brief={brief || undefined}>
            {item.detail}
          </span>
        )}
        <span className={classes.facts}>
          <RelativeTime at={item.createdAt} />
        </span>
      </div>
      <div className={classes.marks}>
        {marksOf(item).map(({ name, label, icon: MarkIcon }) => (
          <Tooltip key={name} label={label}>
            <ActionIcon
              aria-label={`${label}: ${item.title}`}
              disabled={mark.isPending}
              onClick={() => mark.mutate({ id: item.id, mark: name })}
            >
              <MarkIcon size={17} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </li>
  );
}

function marksOf({
  readAt,
  archivedAt,
}: Notification): { name: NotificationMark; label: string; icon: Icon }[] {
  if (archivedAt !== null)
    return [{ name: 'unarchive', label: 'Take out of the archive', icon: IconArchiveOff }];
  return [
    readAt === null
      ? { name: 'read', label: 'Mark as read', icon: IconCheck }
      : { name: 'unread', label: 'Mark as unread', icon: IconMailOpened },
    { name: 'archive', label: 'Archive', icon: IconArchive },
  ];
}

interface PlaceLinkProps {
  place: Place;
  className?: string;
  onClick?: () => void;
  children: ReactNode;
}

function PlaceLink({ place, ...props }: PlaceLinkProps) {
  // Places are found by kind, not written out as routes: the router checks them when it gets there.
  return <Link {...(place as { to: '/' })} {...props} />;
}
