import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArchive,
  IconArchiveOff,
  IconAt,
  type IconBell,
  IconCalendarCheck,
  IconCheck,
  IconClock,
  IconFileExport,
  IconHourglassEmpty,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconSend,
  IconSpeakerphone,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Action, Notification } from '../../../../contract/messages/action-center.ts';
import {
  type ActionKind,
  actionUrgencies,
  type NotificationKind,
} from '../../../../contract/messages/lists.ts';
import { words } from '../../../../contract/words.ts';
import { List } from '../../../ui/content/index.ts';
import { HotMark, RelativeTime } from '../../../ui/index.ts';
import { absolute } from '../../../ui/rich-moments.tsx';
import classes from './action-center.module.css';
import { t } from './catalogue.ts';
import { splitNames } from './named-text.ts';
import { type Place, placeOfAction, placeOfNotification } from './places.ts';
import { type NotificationMark, useMark } from './use-marks.ts';

type Icon = typeof IconBell;

const actionIcons: Record<ActionKind, Icon> = {
  'fix-address': IconMail,
  'confirm-address': IconMail,
  'route-leads': IconSend,
  'decide-quarantine': IconAlertTriangle,
  'share-leads': IconUsers,
  'look-at-failed-mails': IconMail,
  'fix-colleagues-addresses': IconUsers,
  'answer-lead': IconInbox,
  'next-step': IconCalendarCheck,
};

const notificationIcons: Record<NotificationKind, Icon> = {
  'new-lead': IconInbox,
  'expiring-soon': IconClock,
  unanswered: IconClock,
  'lead-expired': IconHourglassEmpty,
  'team-assignment': IconUsers,
  assignment: IconUserCheck,
  mention: IconAt,
  'sent-lead': IconSend,
  'direct-expired': IconHourglassEmpty,
  'export-ready': IconFileExport,
  'export-failed': IconFileExport,
  announcement: IconSpeakerphone,
};

/** Tasks by how soon they are due, each group under its name. */
export function ActionGroups({ actions }: { actions: readonly Action[] }) {
  const groups = [
    { key: 'must', title: t('toDo.mandatory'), items: actions.filter(({ level }) => level === 'mandatory') },
    ...actionUrgencies.map((urgency) => ({
      key: urgency,
      title: words.actionUrgency[urgency],
      items: actions.filter((action) => action.level !== 'mandatory' && action.urgency === urgency),
    })),
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ key, title, items }) => (
      <section key={key} aria-label={title}>
        <h3 className={classes.group}>{title}</h3>
        <List>
          {items.map((action) => (
            <ActionItem key={action.key} action={action} />
          ))}
        </List>
      </section>
    ));
}

/** A task: links to where it is done, and disappears once it is. */
function ActionItem({ action }: { action: Action }) {
  const ActionIcon = actionIcons[action.kind];
  return (
    <li className={classes.item} data-level={action.level} data-urgency={action.urgency}>
      <span className={classes.icon} aria-hidden>
        <ActionIcon size={18} stroke={1.7} />
      </span>
      <div className={classes.text}>
        <PlaceLink place={placeOfAction(action)} className={classes.title}>
          <NamedText text={action.title} names={action.names} />
        </PlaceLink>
        {action.detail && (
          <span className={classes.detail}>
            <bdi>{action.detail}</bdi>
          </span>
        )}
        <span className="ll-facts ll-small">
          {action.hotUntil && <HotMark lead={{ hotUntil: action.hotUntil, status: 'Received' }} withWords />}
          {action.dueAt === null && action.expiresAt !== null && (
            <span>{t.rich('toDo.expires', { when: absolute(action.expiresAt) })}</span>
          )}
          {action.dueAt && (
            <span>
              {t.rich('toDo.answerBy', { when: absolute(action.dueAt) })}
              {action.urgency === 'now' && (
                <strong className={classes.pressing}>
                  {' '}
                  · <RelativeTime at={action.dueAt} />
                </strong>
              )}
            </span>
          )}
        </span>
      </div>
    </li>
  );
}

/** A notification: opening it marks it as read. */
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
            <NamedText text={item.title} names={item.names} />
          </PlaceLink>
        ) : (
          <span className={classes.title}>
            <NamedText text={item.title} names={item.names} />
          </span>
        )}
        {isUnread && <span className="ll-visually-hidden">{t('news.isUnread')}</span>}
        {item.detail && (
          <span className={classes.detail} data-brief={brief || undefined}>
            <bdi>{item.detail}</bdi>
          </span>
        )}
        <span className="ll-facts ll-small">
          <RelativeTime at={item.createdAt} />
        </span>
      </div>
      <div className={classes.marks}>
        {marksOf(item).map(({ name, icon: MarkIcon }) => (
          <Tooltip key={name} label={t(`news.marks.${name}`)}>
            <ActionIcon
              aria-label={t('news.markNamed', { mark: t(`news.marks.${name}`), title: item.title })}
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

function marksOf({ readAt, archivedAt }: Notification): { name: NotificationMark; icon: Icon }[] {
  if (archivedAt !== null) return [{ name: 'unarchive', icon: IconArchiveOff }];
  return [
    readAt === null ? { name: 'read', icon: IconCheck } : { name: 'unread', icon: IconMailOpened },
    { name: 'archive', icon: IconArchive },
  ];
}

/** Names may be written from right to left: they must not reorder the characters around them. */
function NamedText({ text, names }: { text: string; names: readonly string[] }) {
  return splitNames(text, names).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change their order
    part.isName ? <bdi key={index}>{part.text}</bdi> : part.text,
  );
}

interface PlaceLinkProps {
  place: Place;
  className?: string;
  onClick?: () => void;
  children: ReactNode;
}

function PlaceLink({ place, ...props }: PlaceLinkProps) {
  // Places come from the kind of an entry, not from literal routes: the router checks them on navigation.
  return <Link {...(place as { to: '/' })} {...props} />;
}
