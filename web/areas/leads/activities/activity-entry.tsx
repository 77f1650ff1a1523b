import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { partsOfText } from '../../../../contract/leads/mentions.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/me.ts';
import { formatInstant, useLocale } from '../../../ui/index.ts';
import { muted, strong } from '../../../ui/rich-text.tsx';
import classes from './activities.module.css';
import { kindIcons } from './activity-fields.tsx';
import { t } from './catalogue.ts';

interface Props {
  activity: Activity;
  onEdit: () => void;
  onDelete: () => void;
}

/** What somebody did, when, and how it went. */
export function ActivityEntry({ activity, onEdit, onDelete }: Props) {
  const { kind, outcome, author, editedAt } = activity;
  const { locale, timeZone } = useLocale();
  const Icon = kindIcons[kind];
  const name = author.kind === 'token' ? t('program', { name: author.name }) : author.name;
  return (
    <li className={classes.entry}>
      <span className={classes.icon} aria-hidden>
        <Icon size={16} stroke={1.8} />
      </span>
      <div className={classes.said}>
        <p className="ll-facts">
          <span>{t.rich('by', { what: words.activityKind[kind], kind: strong, muted, author: name })}</span>
          {outcome && <span className={classes.outcome}>{words.activityOutcome[outcome]}</span>}
        </p>
        <ActivityText activity={activity} />
        <p className="ll-facts ll-small">
          <time
            className="ll-numbers"
            dateTime={activity.at}
            title={formatInstant(activity.at, locale, timeZone)}
          >
            {formatTime(activity.at, locale, timeZone)}
          </time>
          {editedAt && (
            <span title={t('editedAt', { when: formatInstant(editedAt, locale, timeZone) })}>
              {t('edited')}
            </span>
          )}
        </p>
      </div>
      {(activity.mayEdit || activity.mayDelete) && (
        <EntryMenu activity={activity} onEdit={onEdit} onDelete={onDelete} />
      )}
    </li>
  );
}

function formatTime(at: string, locale: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(
    new Date(at),
  );
}

function ActivityText({ activity: { text, textWithheld, mentions } }: { activity: Activity }) {
  const myId = useMe().person.id;
  if (textWithheld) return <p className="ll-note">{t('withheld')}</p>;
  if (text === null) return null;
  return (
    <p className={classes.text} dir="auto">
      {partsOfText(text).map((part, place) =>
        'words' in part ? (
          part.words
        ) : (
          <bdi
            // The parts of a text keep their places.
            // biome-ignore lint/suspicious/noArrayIndexKey: as the comment says
            key={place}
            className={classes.mention}
            data-me={part.personId === myId || undefined}
          >
            @{mentions.find(({ id }) => id === part.personId)?.name ?? ''}
          </bdi>
        ),
      )}
    </p>
  );
}

function EntryMenu({ activity, onEdit, onDelete }: Props) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {activity.mayEdit && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
            {t('edit', { kind: activity.kind })}
          </Menu.Item>
        )}
        {activity.mayDelete && (
          <Menu.Item
            className="ll-danger-item"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={onDelete}
          >
            {t('delete', { kind: activity.kind })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
