import { Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import type { ApiTokenInfo } from '../../../../contract/identity/identity.ts';
import { type ApiTokenScope, apiTokenScopes } from '../../../../contract/identity/lists.ts';
import { request } from '../../../api/client.ts';
import { queryKeys, useMe } from '../../../api/queries.ts';
import { Stack } from '../../../ui/content/index.ts';
import { CodeExample } from '../../../ui/sections/secret.tsx';
import { t } from './catalogue.ts';
import type { SecretForm } from './create-secret-dialog.tsx';
import type { IssuedSecrets } from './issued-secrets.ts';
import { SecretsSection } from './secrets-section.tsx';

interface TokenValues {
  name: string;
  scopes: ApiTokenScope[];
}

const tokens: IssuedSecrets<ApiTokenInfo, TokenValues> = {
  kind: 'token',
  section: 'api-tokens',
  queryKey: queryKeys.apiTokens,
  list: (signal) => request('GET /api/v1/api-tokens', { query: { limit: 200 }, signal }),
  create: async (body, headers) => {
    const info: ApiTokenInfo & { token?: string } = await request('POST /api/v1/api-tokens', {
      body,
      headers,
    });
    return { info, secret: info.token };
  },
  end: (id) => request('DELETE /api/v1/api-tokens/:id', { params: { id } }),
};

const form: SecretForm<TokenValues> = {
  draft: 'api-token',
  initialValues: { name: '', scopes: ['leads:read'] },
  validate: ({ scopes }) => ({ scopes: scopes.length === 0 ? t('token.scopesMissing') : null }),
  fields: (values) => <ScopesField form={values} />,
};

/** Tokens for programs that use the API (ID-5). */
export function ApiTokensSection() {
  return (
    <SecretsSection
      secrets={tokens}
      form={form}
      icon={<IconKey size={26} stroke={1.7} />}
      describe={({ scopes }) => <span>{scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</span>}
      explain={(token, { scopes }) =>
        scopes.includes('leads:read') && (
          <CodeExample title={t('token.example')} code={writeTokenExample(token)} />
        )
      }
    />
  );
}

function writeTokenExample(token: string): string {
  return `curl '${window.location.origin}/api/v1/leads?limit=25' \\\n  -H 'authorization: Bearer ${token}'`;
}

function ScopesField({ form }: { form: UseFormReturnType<TokenValues> }) {
  const { organization } = useMe();
  // Only the operator's mail server has something to report.
  const offered = apiTokenScopes.filter(
    (scope) => scope !== 'mails:bounces' || organization.kind === 'operator',
  );
  return (
    <Checkbox.Group label={t('token.scopes')} {...form.getInputProps('scopes')}>
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
  );
}
