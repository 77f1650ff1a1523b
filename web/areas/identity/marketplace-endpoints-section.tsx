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
import { EmptyState, Panel } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { code } from '../../ui/rich-text.tsx';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { CodeExample, LostSecretDialog, SecretDialog } from '../../ui/sections/secret.tsx';
import classes from '../../ui/sections/sections.module.css';
import { t } from './catalogue.ts';
import { writeCurlExample } from './curl-example.ts';

/** Its address is missing when the first attempt created it and the answer got lost. */
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
        title={t('endpoints.title')}
        flush
        actions={
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {t('endpoints.create')}
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
        <LostSecretDialog what="address" name={created.name} onClose={() => setCreated(null)} />
      )}
      {created?.url !== undefined && (
        <SecretDialog
          title={t('createEndpoint.created', { name: created.name })}
          what="address"
          value={created.url}
          onClose={() => setCreated(null)}
        >
          <p style={{ margin: 0 }}>{t.rich('createEndpoint.hint', { em: (part) => <em>{part}</em> })}</p>
          <CodeExample title={t('createEndpoint.example')} code={writeCurlExample(created.url)} />
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
      <EmptyState icon={<IconPlugConnected size={26} stroke={1.7} />} title={t('endpoints.none')}>
        {t('endpoints.noneHint')}
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
          <span>{t.rich('endpoints.endsIn', { end: endpoint.hint, code })}</span>
          <span>
            {endpoint.createdBy
              ? t.rich('endpoints.createdBy', {
                  name: endpoint.createdBy,
                  when: relative(endpoint.createdAt),
                })
              : t.rich('endpoints.created', { when: relative(endpoint.createdAt) })}
          </span>
          <span>
            {endpoint.lastUsedAt === null
              ? t('endpoints.neverUsed')
              : t.rich('endpoints.lastUsed', { when: relative(endpoint.lastUsedAt) })}
          </span>
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('endpoints.revokeOne', { name: endpoint.name })}
          onClick={onRevoke}
        >
          {t('endpoints.revoke')}
        </Button>
      }
    />
  );
}

function HowTo() {
  return (
    <Panel title={t('connectOffer.title')}>
      <p className="ll-note">{t('connectOffer.hint')}</p>
      <ol className={classes.steps}>
        <li>{t('connectOffer.create')}</li>
        <li>{t('connectOffer.find')}</li>
        <li>{t('connectOffer.paste')}</li>
        <li>{t('connectOffer.publish')}</li>
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
      name: (value) => (value.trim() === '' ? t('createEndpoint.nameMissing') : null),
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
      title={t('createEndpoint.title')}
      submitLabel={t('createEndpoint.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('createEndpoint.name')}
        description={t('createEndpoint.nameHint')}
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
    onSuccess: () => announce(t('endpoints.revoked')),
    onError: (error) => announceFailure(t('endpoints.notRevoked'), error),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.intakeEndpoints });
    },
  });
  return (
    <ConfirmDialog
      title={t('endpoints.confirmRevocation.title', { name: endpoint.name })}
      confirmLabel={t('endpoints.confirmRevocation.submit')}
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      {t('endpoints.confirmRevocation.hint')}
    </ConfirmDialog>
  );
}
