import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiTokenInfo } from '../../../contract/identity/identity.ts';
import { type ApiTokenScope, apiTokenScopes } from '../../../contract/identity/lists.ts';
import { request } from '../../api/client.ts';
import { createKeyring } from '../../api/idempotency.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton, Stack } from '../../ui/content/index.ts';
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
import { t } from './catalogue.ts';

/** The token itself is missing when the first attempt created it and its answer got lost. */
type MadeToken = ApiTokenInfo & { token?: string };

/** Tokens for programs that use the API (ID-5). */
export function ApiTokensSection() {
  const tokens = useQuery({
    queryKey: queryKeys.apiTokens,
    queryFn: async ({ signal }) =>
      (
        await request('GET /api/v1/api-tokens', {
          query: { limit: 200 },
          signal,
        })
      ).items,
  });
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<MadeToken | null>(null);
  const [deleting, setDeleting] = useState<ApiTokenInfo | null>(null);
  return (
    <Panel
      title={t('tokens.title')}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t('tokens.create')}
        </Button>
      }
    >
      <Loaded query={tokens} loading={<RowsSkeleton rows={3} />}>
        {(items) => <TokenList tokens={items} onDelete={setDeleting} />}
      </Loaded>
      {creating && (
        <CreateTokenDialog
          onClose={() => setCreating(false)}
          onCreated={(token) => {
            setCreating(false);
            setCreated(token);
          }}
        />
      )}
      {created && <CreatedTokenDialog token={created} onClose={() => setCreated(null)} />}
      {deleting && <DeleteTokenDialog token={deleting} onClose={() => setDeleting(null)} />}
    </Panel>
  );
}

interface TokenListProps {
  tokens: ApiTokenInfo[];
  onDelete: (token: ApiTokenInfo) => void;
}

function TokenList({ tokens, onDelete }: TokenListProps) {
  if (tokens.length === 0) {
    return (
      <EmptyState icon={<IconKey size={26} stroke={1.7} />} title={t('tokens.none')}>
        {t('tokens.noneHint')}
      </EmptyState>
    );
  }
  return (
    <List>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onDelete={() => onDelete(token)} />
      ))}
    </List>
  );
}

function TokenRow({ token, onDelete }: { token: ApiTokenInfo; onDelete: () => void }) {
  return (
    <ListRow
      title={token.name}
      details={
        <>
          <span>{token.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</span>
          <span>{t.rich('tokens.endsIn', { end: token.hint, code })}</span>
          <span>
            {token.createdBy
              ? t.rich('tokens.createdBy', { name: token.createdBy, when: relative(token.createdAt) })
              : t.rich('tokens.created', { when: relative(token.createdAt) })}
          </span>
          <span>
            {token.lastUsedAt === null
              ? t('tokens.neverUsed')
              : t.rich('tokens.lastUsed', { when: relative(token.lastUsedAt) })}
          </span>
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('tokens.removeOne', { name: token.name })}
          onClick={onDelete}
        >
          {t('tokens.remove')}
        </Button>
      }
    />
  );
}

interface CreateTokenDialogProps {
  onClose: () => void;
  onCreated: (token: MadeToken) => void;
}

function CreateTokenDialog({ onClose, onCreated }: CreateTokenDialogProps) {
  const client = useQueryClient();
  const { organization } = useMe();
  // Only the operator's mail server has something to report.
  const offered = apiTokenScopes.filter(
    (scope) => scope !== 'mails:bounces' || organization.kind === 'operator',
  );
  const form = useForm<{ name: string; scopes: ApiTokenScope[] }>({
    initialValues: { name: '', scopes: ['leads:read'] },
    validate: {
      name: (value) => (value.trim() === '' ? t('createToken.nameMissing') : null),
      scopes: (value) => (value.length === 0 ? t('createToken.scopesMissing') : null),
    },
  });
  const draft = useDraft(form, { form: 'api-token' });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf: matchField(['name'], { scopes: 'scopes' }),
    draft,
  });
  const [keyOf] = useState(() => createKeyring());
  const submit = form.onSubmit((values) => {
    const body = { name: values.name.trim(), scopes: values.scopes };
    const key = keyOf(body, draft.readAttempt());
    return submission.run(
      async () => {
        const headers = { 'idempotency-key': key };
        onCreated(await request('POST /api/v1/api-tokens', { body, headers }));
        await client.invalidateQueries({ queryKey: queryKeys.apiTokens });
      },
      { body, key },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t('createToken.title')}
      submitLabel={t('createToken.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('createToken.name')}
        description={t('createToken.nameHint')}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={t('createToken.scopes')} {...form.getInputProps('scopes')}>
        <Stack style={{ paddingTop: '0.375rem' }}>
          {offered.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`scope.${scope}`)}
              description={t(`scopeHint.${scope}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}

function CreatedTokenDialog({ token, onClose }: { token: MadeToken; onClose: () => void }) {
  if (token.token === undefined) return <LostSecretDialog what="token" name={token.name} onClose={onClose} />;
  const example = `curl '${window.location.origin}/api/v1/leads?limit=25' \\\n  -H 'authorization: Bearer ${token.token}'`;
  return (
    <SecretDialog
      title={t('createToken.created', { name: token.name })}
      what="token"
      value={token.token}
      onClose={onClose}
    >
      {token.scopes.includes('leads:read') && <CodeExample title={t('createToken.example')} code={example} />}
    </SecretDialog>
  );
}

function DeleteTokenDialog({ token, onClose }: { token: ApiTokenInfo; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => request('DELETE /api/v1/api-tokens/:id', { params: { id: token.id } }),
    onSuccess: () => announce(t('tokens.removed')),
    onError: (error) => announceFailure(t('tokens.notRemoved'), error),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.apiTokens });
    },
  });
  return (
    <ConfirmDialog
      title={t('tokens.confirmRemoval.title', { name: token.name })}
      confirmLabel={t('tokens.confirmRemoval.submit')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t('tokens.confirmRemoval.hint')}
    </ConfirmDialog>
  );
}
