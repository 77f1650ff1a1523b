import { IconPlugConnected } from '@tabler/icons-react';
import type { IntakeEndpointInfo } from '../../../../contract/identity/identity.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { Panel } from '../../../ui/index.ts';
import { CodeExample } from '../../../ui/sections/secret.tsx';
import classes from '../../../ui/sections/sections.module.css';
import { t } from './catalogue.ts';
import type { SecretForm } from './create-secret-dialog.tsx';
import { writeCurlExample } from './curl-example.ts';
import type { IssuedSecrets, SecretValues } from './issued-secrets.ts';
import { SecretsSection } from './secrets-section.tsx';

const endpoints: IssuedSecrets<IntakeEndpointInfo, SecretValues> = {
  kind: 'endpoint',
  section: 'marketplace-endpoints',
  queryKey: queryKeys.intakeEndpoints,
  list: (signal) => request('GET /api/v1/intake-endpoints', { query: { limit: 200 }, signal }),
  create: async (body, headers) => {
    const info: IntakeEndpointInfo & { url?: string } = await request('POST /api/v1/intake-endpoints', {
      body,
      headers,
    });
    return { info, secret: info.url };
  },
  end: (id) => request('DELETE /api/v1/intake-endpoints/:id', { params: { id } }),
};

const form: SecretForm<SecretValues> = { draft: 'marketplace-endpoint', initialValues: { name: '' } };

/** Addresses that a marketplace sends the leads of an offer to (IN-1). */
export function MarketplaceEndpointsSection() {
  return (
    <>
      <SecretsSection
        secrets={endpoints}
        form={form}
        icon={<IconPlugConnected size={26} stroke={1.7} />}
        explain={(address) => (
          <>
            <p style={{ margin: 0 }}>{t.rich('endpoint.hint', { em: (part) => <em>{part}</em> })}</p>
            <CodeExample title={t('endpoint.example')} code={writeCurlExample(address)} />
          </>
        )}
      />
      <HowTo />
    </>
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
