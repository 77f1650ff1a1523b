import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Membership } from '../../../contract/people/accounts.ts';
import { request } from '../../api/client.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton, Tag } from '../../ui/content/index.ts';
import { formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { ConfirmAction } from '../../ui/sections/confirm-action.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './people.module.css';
import {
  describeMembership,
  groupByPerson,
  type Member,
  membershipsQuery,
  peopleKeys,
} from './people-data.ts';
import { PeopleInvitations } from './people-invitations.tsx';
import { AddRoleDialog } from './people-role-dialog.tsx';

/** The people of the organization with their roles, and pending invitations (ID-1, ID-5). */
export function PeopleSection() {
  return (
    <>
      <PeopleInvitations />
      <MembersPanel />
    </>
  );
}

function MembersPanel() {
  const { locale } = useLocale();
  const memberships = useQuery(membershipsQuery);
  const [adding, setAdding] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Membership | null>(null);
  const members = groupByPerson(memberships.data?.items ?? []);
  return (
    <Panel
      title={
        members.length > 0
          ? t('members.titleCounted', { count: formatNumber(members.length, locale) })
          : shared('section.people')
      }
      flush
    >
      <Loaded query={memberships} loading={<RowsSkeleton rows={4} />}>
        {() => (
          <List>
            {members.map((member) => (
              <MemberRow
                key={member.person.id}
                member={member}
                onAdd={() => setAdding(member)}
                onRemove={setRemoving}
              />
            ))}
          </List>
        )}
      </Loaded>
      {adding && memberships.data && (
        <AddRoleDialog member={adding} choices={memberships.data} onClose={() => setAdding(null)} />
      )}
      {removing && <RemoveRoleDialog membership={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

interface MemberRowProps {
  member: Member;
  onAdd: () => void;
  onRemove: (membership: Membership) => void;
}

function MemberRow({ member: { person, memberships }, onAdd, onRemove }: MemberRowProps) {
  const me = useMe();
  return (
    <ListRow
      wraps
      title={
        <>
          {person.name}
          {person.id === me.person.id && <Tag tone="active">{shared('you')}</Tag>}
        </>
      }
      details={
        <>
          <span>{person.email}</span>
          {person.emailRefused ? (
            <span className={classes.refused}>{t('members.emailRefused')}</span>
          ) : (
            !person.emailVerified && <span>{t('members.emailNotConfirmed')}</span>
          )}
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('members.addRoleTo', { name: person.name })}
          onClick={onAdd}
        >
          {t('members.addRole')}
        </Button>
      }
    >
      <ul className={`ll-list ${classes.roles}`}>
        {memberships.map((membership) => (
          <li key={membership.id} className={classes.role}>
            {describeMembership(membership)}
            <Tooltip label={t('members.removeRole')}>
              <ActionIcon
                size="xs"
                aria-label={t('members.removeRoleFrom', {
                  role: describeMembership(membership),
                  name: person.name,
                })}
                onClick={() => onRemove(membership)}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </ListRow>
  );
}

function RemoveRoleDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const { person } = membership;
  const role = describeMembership(membership);
  const isLast =
    groupByPerson(client.getQueryData(membershipsQuery.queryKey)?.items ?? []).find(
      (one) => one.person.id === person.id,
    )?.memberships.length === 1;
  const isMe = person.id === me.person.id;
  const what = isLast ? 'person' : 'role';
  const values = { name: person.name, role, organization: me.organization.name };
  return (
    <ConfirmAction
      title={t(`confirmRemoval.${what}.title`, values)}
      confirmLabel={isLast ? shared('action.remove') : t('members.removeRole')}
      act={() => request('DELETE /api/v1/memberships/:id', { params: { id: membership.id } })}
      done={isLast ? t('members.removed', { name: person.name }) : t('members.roleRemoved')}
      failed={t('members.roleNotRemoved')}
      refresh={[peopleKeys.memberships, queryKeys.people, ...(isMe ? [queryKeys.me] : [])]}
      onClose={onClose}
    >
      {t(`confirmRemoval.${what}.hint`, values)}
    </ConfirmAction>
  );
}
