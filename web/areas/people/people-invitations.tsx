import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invitationLife } from '../../../contract/link-life.ts';
import type { Invitation, InvitationSent } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { List, ListRow, Loaded, RowsSkeleton, Tag } from '../../ui/content/index.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { Buttons, Panel, RelativeTime, useHasPassed } from '../../ui/index.ts';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import classes from './people.module.css';
import { invitationsQuery, membershipsQuery, peopleKeys } from './people-data.ts';
import { InviteDialog } from './people-invite-dialog.tsx';
import { InvitationLinkDialog } from './people-link-dialog.tsx';

/** Invitations that nobody accepted yet, and the way to send another. */
export function PeopleInvitations() {
  const client = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const choices = useQuery(membershipsQuery);
  const [inviting, setInviting] = useState(false);
  const [handing, setHanding] = useState<InvitationSent | null>(null);
  const [revoking, setRevoking] = useState<Invitation | null>(null);

  function tell(sent: InvitationSent) {
    setInviting(false);
    if (sent.link === null) announce(`The invitation to ${sent.name} is on its way.`);
    else setHanding(sent);
    void client.invalidateQueries({ queryKey: peopleKeys.invitations });
  }

  return (
    <Panel
      title="Invitations"
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          disabled={!choices.data}
          onClick={() => setInviting(true)}
        >
          Invite
        </Button>
      }
    >
      <Loaded query={invitations} loading={<RowsSkeleton rows={1} />}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.none}>
              No pending invitations. Invitations are valid for {invitationLife.words.en}.
            </p>
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
      {revoking && <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} />}
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
    onError: (error) => announceFailure('The invitation was not sent again', error),
    // Refused, it was accepted or canceled meanwhile: then it belongs into the list no more.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: peopleKeys.invitations });
      await client.invalidateQueries({ queryKey: peopleKeys.memberships });
    },
  });
  const { name, email, roles, locationName, invitedBy, createdAt, expiresAt } = invitation;
  const hasPassed = useHasPassed(expiresAt);
  const expired = invitation.expired || hasPassed;
  return (
    <ListRow
      wraps
      title={
        <>
          {name}
          {expired && <Tag tone="attention">Expired</Tag>}
        </>
      }
      details={
        <>
          <span>{email}</span>
          <span>
            {roles.map((role) => words.role[role]).join(', ')}
            {locationName !== null && ` (${locationName})`}
          </span>
          <span>
            Invited <RelativeTime at={createdAt} /> by {invitedBy}
          </span>
          {!expired && (
            <span>
              Expires <RelativeTime at={expiresAt} />
            </span>
          )}
        </>
      }
      actions={
        <Buttons place="end">
          <Button
            size="compact-sm"
            variant="default"
            loading={resend.isPending}
            aria-label={`Send again to ${name}`}
            onClick={() => resend.mutate()}
          >
            Send again
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Cancel the invitation to ${name}`}
            onClick={onRevoke}
          >
            Cancel
          </Button>
        </Buttons>
      }
    />
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => request('DELETE /api/v1/invitations/:id', { params: { id: invitation.id } }),
    onSuccess: () => announce('The invitation is canceled.'),
    onError: (error) => announceFailure('The invitation was not canceled', error),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: peopleKeys.invitations });
    },
  });
  return (
    <ConfirmDialog
      title={`Cancel the invitation to ${invitation.name}?`}
      confirmLabel="Cancel invitation"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      Its link stops working. You can invite them again at any time.
    </ConfirmDialog>
  );
}
