import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../../api/queries.ts';
import { ForbiddenPage } from '../../../ui/content/index.ts';
import { EmptyState, Page, Panel } from '../../../ui/index.ts';
import { SendLeadForm, type SentReceipt } from './send-lead-form.tsx';

/** Where sellers and marketers send a qualified lead to a partner (IN-1). */
export function SendLeadPage() {
  const { permissions } = useMe();
  const [round, setRound] = useState(0);
  const [receipt, setReceipt] = useState<SentReceipt | null>(null);
  if (!permissions.createLeads) return <MayNotSend title="Send a lead" />;
  return (
    <Page
      title="Send a lead"
      width="narrow"
      description="Send a customer who is ready to hear from a partner. The partner accepts or declines; see which under “Sent leads”."
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
    <ForbiddenPage title={title} what="send leads" width="narrow">
      Sellers and marketers of the operator send leads to partners. If you need to, ask an Operator admin for
      one of these roles.
    </ForbiddenPage>
  );
}

function SentLeadsLink() {
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/sent" />}>
      Sent leads
    </Button>
  );
}

function Sent({ receipt, onAnother }: { receipt: SentReceipt; onAnother: () => void }) {
  return (
    <Panel>
      <div role="status">
        <EmptyState
          icon={<IconCircleCheck size={28} stroke={1.7} />}
          title={`The lead is on its way to ${receipt.partnerName}`}
          actions={
            <>
              <Button onClick={onAnother} autoFocus>
                Send another
              </Button>
              <SentLeadsLink />
            </>
          }
        >
          {receipt.created
            ? `${receipt.customer} was sent. “Sent leads” shows how it goes.`
            : 'Your first attempt had already gone through, so no second lead was created.'}
        </EmptyState>
      </div>
    </Panel>
  );
}
