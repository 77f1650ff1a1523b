import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../../api/queries.ts';
import { ForbiddenPage } from '../../../ui/content/index.ts';
import { EmptyState, Page, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { SendLeadForm, type SentReceipt } from './send-lead-form.tsx';

/** Where sellers and marketers send a qualified lead to a partner (IN-1). */
export function SendLeadPage() {
  const { permissions } = useMe();
  const [round, setRound] = useState(0);
  const [receipt, setReceipt] = useState<SentReceipt | null>(null);
  if (!permissions.createLeads) return <MayNotSend title={shared('title.sendLead')} />;
  return (
    <Page
      title={shared('title.sendLead')}
      width="narrow"
      description={t('send.description')}
      actions={<SentLeadsLink />}
    >
      {receipt ? (
        <Sent
          receipt={receipt}
          onAnother={() => {
            setReceipt(null);
            setRound(round + 1);
          }}
        />
      ) : (
        <SendLeadForm key={round} onSent={setReceipt} />
      )}
    </Page>
  );
}

/** Says which role can send leads. */
export function MayNotSend({ title }: { title: string }) {
  return (
    <ForbiddenPage title={title} message={t('forbidden.title')} width="narrow">
      {t('forbidden.text')}
    </ForbiddenPage>
  );
}

function SentLeadsLink() {
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/sent" />}>
      {shared('title.sentLeads')}
    </Button>
  );
}

function Sent({ receipt, onAnother }: { receipt: SentReceipt; onAnother: () => void }) {
  const { partnerName: partner, customer, created } = receipt;
  return (
    <Panel>
      <div role="status">
        <EmptyState
          icon={<IconCircleCheck size={28} stroke={1.7} />}
          title={t('send.done.title', { named: isNamed(partner), partner: partner ?? '' })}
          actions={
            <>
              <Button onClick={onAnother} autoFocus>
                {t('send.done.another')}
              </Button>
              <SentLeadsLink />
            </>
          }
        >
          {created
            ? t('send.done.created', { named: isNamed(customer), customer: customer ?? '' })
            : t('send.done.repeated')}
        </EmptyState>
      </div>
    </Panel>
  );
}

const isNamed = (name: string | null) => (name === null ? 'no' : 'yes');
