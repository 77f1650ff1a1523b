import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lifeWords } from '../../../contract/link-life.ts';
import type { Invitation, InvitationSent } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { List, ListRow, Loaded, RowsSkeleton, Tag } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { Buttons, Panel, useHasPassed } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { ConfirmAction } from '../../ui/sections/confirm-action.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './people.module.css';
import { invitationsQuery, membershipsQuery, peopleKeys } from './people-data.ts';
import { InviteDialog } from './people-invite-dialog.tsx';
import { InvitationLinkDialog } from './people-link-dialog.tsx';

/** Pending invitations, with a way to send another. */
export function PeopleInvitations() {
  const client = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const choices = useQuery(membershipsQuery);
  const [inviting, setInviting] = useState(false);
  const [handing, setHanding] = useState<InvitationSent | null>(null);
  const [revoking, setRevoking] = useState<Invitation | null>(null);

  function tell(sent: InvitationSent) {
    setInviting(false);
    if (sent.link === null) announce(t('invitations.sent', { name: sent.name }));
    else setHanding(sent);
    void client.invalidateQueries({ queryKey: peopleKeys.invitations });
  }

  return (
    <Panel
      title={t('invitations.title')}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          disabled={!choices.data}
          onClick={() => setInviting(true)}
        >
          {t('invitations.invite')}
        </Button>
      }
    >
      <Loaded query={invitations} loading={<RowsSkeleton rows={1} />}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.none}>{t('invitations.none', { time: lifeWords.invitation })}</p>
          ) : (
            <List>
              {items.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  onSent={tell}
                  onRevoke={() => setRevoking(invitation)}
                />
              ))}
            </List>
          )
        }
      </Loaded>
      {inviting && choices.data && (
        <InviteDialog choices={choices.data} onClose={() => setInviting(false)} onSent={tell} />
      )}
      {handing && <InvitationLinkDialog invitation={handing} onClose={() => setHanding(null)} />}
      {revoking && (
        <ConfirmAction
          title={t('invitations.confirmCancel.title', { name: revoking.name })}
          confirmLabel={t('invitations.confirmCancel.submit')}
          act={() => request('DELETE /api/v1/invitations/:id', { params: { id: revoking.id } })}
          done={t('invitations.canceled')}
          failed={t('invitations.notCanceled')}
          refresh={[peopleKeys.invitations]}
          onClose={() => setRevoking(null)}
        >
          {t('invitations.confirmCancel.hint')}
        </ConfirmAction>
      )}
    </Panel>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  onSent: (sent: InvitationSent) => void;
  onRevoke: () => void;
}

function InvitationRow({ invitation, onSent, onRevoke }: InvitationRowProps) {
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () => request('POST /api/v1/invitations/:id/resend', { params: { id: invitation.id } }),
    onSuccess: onSent,
    onError: (error) => announceFailure(t('invitations.notSent'), error),
    // When refused, it has been accepted or canceled: reload, as it no longer belongs in the list.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: peopleKeys.invitations });
      await client.invalidateQueries({ queryKey: peopleKeys.memberships });
    },
  });
  const { name, email, roles, locationName, invitedBy, createdAt, expiresAt } = invitation;
  const roleNames = roles.map((role) => words.role[role]).join(', ');
  const hasPassed = useHasPassed(expiresAt);
  const expired = invitation.expired || hasPassed;
  return (
    <ListRow
      wraps
      title={
        <>
          {name}
          {expired && <Tag tone="attention">{words.status.Expired}</Tag>}
        </>
      }
      details={
        <>
          <span>{email}</span>
          <span>
            {locationName === null
              ? roleNames
              : t('invitations.rolesAt', { roles: roleNames, location: locationName })}
          </span>
          <span>{t.rich('invitations.invited', { when: relative(createdAt), name: invitedBy })}</span>
          {!expired && <span>{t.rich('invitations.expires', { when: relative(expiresAt) })}</span>}
        </>
      }
      actions={
        <Buttons place="end">
          <Button
            size="compact-sm"
            variant="default"
            loading={resend.isPending}
            aria-label={t('invitations.resendOne', { name })}
            onClick={() => resend.mutate()}
          >
            {t('invitations.resend')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('invitations.cancelOne', { name })}
            onClick={onRevoke}
          >
            {shared('action.cancel')}
          </Button>
        </Buttons>
      }
    />
  );
}
