import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeEndpointInfo } from '../../../contract/identity/identity.ts';
import { request } from '../../api/client.ts';
import { createKeyring } from '../../api/idempotency.ts';
import { queryKeys } from '../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton } from '../../ui/content/index.ts';
import {
  announce,
  announceFailure,
  FormDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { EmptyState, Panel, RelativeTime } from '../../ui/index.ts';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { CodeExample, LostSecretDialog, SecretDialog } from '../../ui/sections/secret.tsx';
import classes from '../../ui/sections/sections.module.css';
import { writeCurlExample } from './curl-example.ts';

/** Without its address: the first try had made it, and its answer got lost. */
type MadeEndpoint = IntakeEndpointInfo & { url?: string };

/** Addresses that a marketplace sends the leads of an offer to (IN-1). */
export function MarketplaceEndpointsSection() {
  const endpoints = useQuery({
    queryKey: queryKeys.intakeEndpoints,
    queryFn: async ({ signal }) =>
      (
        await request('GET /api/v1/intake-endpoints', {
          query: { limit: 200 },
          signal,
        })
      ).items,
  });
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<MadeEndpoint | null>(null);
  const [revoking, setRevoking] = useState<IntakeEndpointInfo | null>(null);
  return (
    <>
      <Panel
        title="Marketplace endpoints"
        flush
        actions={
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            Create endpoint
          </Button>
        }
      >
        <Loaded query={endpoints} loading={<RowsSkeleton rows={2} />}>
          {(items) => <EndpointList endpoints={items} onRevoke={setRevoking} />}
        </Loaded>
      </Panel>
      <HowTo />
      {creating && (
        <CreateEndpointDialog
          onClose={() => setCreating(false)}
          onCreated={(endpoint) => {
            setCreating(false);
            setCreated(endpoint);
          }}
        />
      )}
      {created && created.url === undefined && (
        <LostSecretDialog end="Revoke" what="address" name={created.name} onClose={() => setCreated(null)} />
      )}
      {created?.url !== undefined && (
        <SecretDialog
          title={`Endpoint “${created.name}”`}
          what="address"
          value={created.url}
          onClose={() => setCreated(null)}
        >
          <p style={{ margin: 0 }}>
            Enter it as the <em>HTTPS endpoint</em> of your offer’s lead destination. Whoever knows the
            address can send leads, so keep it like a password.
          </p>
          <CodeExample title="Send a lead to try it" code={writeCurlExample(created.url)} />
        </SecretDialog>
      )}
      {revoking && <RevokeDialog endpoint={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

interface EndpointListProps {
  endpoints: IntakeEndpointInfo[];
  onRevoke: (endpoint: IntakeEndpointInfo) => void;
}

function EndpointList({ endpoints, onRevoke }: EndpointListProps) {
  if (endpoints.length === 0) {
    return (
      <EmptyState icon={<IconPlugConnected size={26} stroke={1.7} />} title="No endpoints yet">
        Create one and enter its address in the marketplace. Leads from your offers then arrive here
        automatically.
      </EmptyState>
    );
  }
  return (
    <List>
      {endpoints.map((endpoint) => (
        <EndpointRow key={endpoint.id} endpoint={endpoint} onRevoke={() => onRevoke(endpoint)} />
      ))}
    </List>
  );
}

function EndpointRow({ endpoint, onRevoke }: { endpoint: IntakeEndpointInfo; onRevoke: () => void }) {
  return (
    <ListRow
      title={endpoint.name}
      details={
        <>
          <span>
            Ends in <code>{endpoint.hint}</code>
          </span>
          <span>
            Created <RelativeTime at={endpoint.createdAt} />
            {endpoint.createdBy && ` by ${endpoint.createdBy}`}
          </span>
          <span>
            {endpoint.lastUsedAt === null ? (
              'No lead received yet'
            ) : (
              <>
                Last lead <RelativeTime at={endpoint.lastUsedAt} />
              </>
            )}
          </span>
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Revoke the endpoint ${endpoint.name}`}
          onClick={onRevoke}
        >
          Revoke
        </Button>
      }
    />
  );
}

function HowTo() {
  return (
    <Panel title="How to connect an offer">
      <p className="ll-note">A marketplace can send you each customer of an offer as they arrive.</p>
      <ol className={classes.steps}>
        <li>Create an endpoint here and copy its address.</li>
        <li>In the marketplace, open the offer’s setup and find its lead destination (customer leads).</li>
        <li>
          Choose “HTTPS endpoint” as the destination, paste the address, and validate if the marketplace
          offers it.
        </li>
        <li>Publish the offer. New leads appear in the list without reloading it.</li>
      </ol>
    </Panel>
  );
}

interface CreateEndpointDialogProps {
  onClose: () => void;
  onCreated: (endpoint: MadeEndpoint) => void;
}

function CreateEndpointDialog({ onClose, onCreated }: CreateEndpointDialogProps) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '' },
    validate: {
      name: (value) => (value.trim() === '' ? 'Enter a name, such as the marketplace or the offer' : null),
    },
  });
  const draft = useDraft(form, { form: 'marketplace-endpoint' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['name']), draft });
  const [keyOf] = useState(() => createKeyring());
  const submit = form.onSubmit((values) => {
    const body = { name: values.name.trim() };
    const key = keyOf(body, draft.readAttempt());
    return submission.run(
      async () => {
        const headers = { 'idempotency-key': key };
        onCreated(await request('POST /api/v1/intake-endpoints', { body, headers }));
        await client.invalidateQueries({ queryKey: queryKeys.intakeEndpoints });
      },
      { body, key },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title="Create marketplace endpoint"
      submitLabel="Create endpoint"
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="The marketplace or the offer that will use it."
        withAsterisk
        aria-required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}

function RevokeDialog({ endpoint, onClose }: { endpoint: IntakeEndpointInfo; onClose: () => void }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => request('DELETE /api/v1/intake-endpoints/:id', { params: { id: endpoint.id } }),
    onSuccess: () => announce('The endpoint is revoked.'),
    onError: (error) => announceFailure('The endpoint was not revoked', error),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.intakeEndpoints });
    },
  });
  return (
    <ConfirmDialog
      title={`Revoke the endpoint “${endpoint.name}”?`}
      confirmLabel="Revoke endpoint"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      Leads sent to its address are refused at once, so change the lead destination in the marketplace first.
      Leads that have arrived stay.
    </ConfirmDialog>
  );
}
