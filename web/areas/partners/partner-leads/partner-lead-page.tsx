import { Button, Skeleton } from '@mantine/core';
import { IconFileSearch, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartnerLead } from '../../../../contract/partner-leads.ts';
import { ApiError } from '../../../api/client.ts';
import { useMe } from '../../../api/queries.ts';
import { EmptyState, ErrorState, HotMark, Page, Panel, StatusBadge, TestMark } from '../../../ui/index.ts';
import { MayNotSee } from './may-not-see.tsx';
import { ContactPanel, CustomerNewsPanel, OriginPanel, TimelinePanel } from './panels.tsx';
import classes from './partner-leads.module.css';
import { partnerLeadQuery } from './partner-leads-data.ts';
import { ReroutingDialog } from './rerouting-dialog.tsx';
import { ReroutingNotice } from './rerouting-notice.tsx';

/** One lead of a partner as the operator may know it: read only. */
export function PartnerLeadPage() {
  const { permissions } = useMe();
  return permissions.seePartnerLeads ? <LoadedLead /> : <MayNotSee />;
}

const breadcrumb = [
  {
    key: 'partner-leads',
    link: (
      <Link to="/partner-leads" className="ll-link">
        Partners’ leads
      </Link>
    ),
  },
];

function LoadedLead() {
  const { leadId } = useParams({ from: '/partner-leads/$leadId' });
  const query = useQuery(partnerLeadQuery(leadId));
  if (query.data) return <Details key={leadId} lead={query.data} />;
  const isMissing =
    query.error instanceof ApiError && (query.error.status === 404 || query.error.status === 400);
  return (
    <Page title="Partner’s lead" breadcrumb={breadcrumb}>
      {query.isPending && <Skeleton height={320} radius="md" aria-busy />}
      {isMissing && (
        <Panel>
          <EmptyState icon={<IconFileSearch size={26} stroke={1.7} />} title="No partner has this lead">
            The link may be incomplete, or the lead may no longer be kept.
          </EmptyState>
        </Panel>
      )}
      {query.isError && !isMissing && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
    </Page>
  );
}

function Details({ lead }: { lead: PartnerLead }) {
  const [rerouting, setRerouting] = useState(false);
  const title = lead.customerName ?? 'No company given';
  return (
    <Page
      title={title}
      heading={<bdi>{title}</bdi>}
      breadcrumb={breadcrumb}
      description={
        <span className={classes.head}>
          <StatusBadge lead={lead} /> With {lead.partner.name}
          {lead.location && `, ${lead.location.name}`}
          <HotMark lead={lead} withWords />
          {lead.isTest && <TestMark />}
        </span>
      }
      actions={
        lead.rerouting.standing === 'possible' && (
          <Button
            leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
            onClick={() => setRerouting(true)}
          >
            Send to another partner
          </Button>
        )
      }
    >
      <div className={classes.column}>
        <ReroutingNotice lead={lead} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <OriginPanel lead={lead} />
            <ContactPanel lead={lead} />
          </div>
          <div className={classes.column}>
            {lead.customer && <CustomerNewsPanel customer={lead.customer} />}
            <TimelinePanel events={lead.timeline} />
          </div>
        </div>
      </div>
      {rerouting && <ReroutingDialog lead={lead} onClose={() => setRerouting(false)} />}
    </Page>
  );
}
