import { Button } from '@mantine/core';
import { IconFileSearch, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartnerLead } from '../../../../contract/partners/partner-leads.ts';
import { useMe } from '../../../api/queries.ts';
import { Columns, Loading, Stack } from '../../../ui/content/index.ts';
import { EmptyState, HotMark, Page, StatusBadge, TestMark } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MayNotSee } from './may-not-see.tsx';
import { ContactPanel, CustomerNewsPanel, OriginPanel, TimelinePanel } from './panels.tsx';
import { partnerLeadQuery } from './partner-leads-data.ts';
import { ReroutingBanner } from './rerouting-banner.tsx';
import { ReroutingDialog } from './rerouting-dialog.tsx';

/** One lead of a partner, with what the operator may know of it: read only. */
export function PartnerLeadPage() {
  const { permissions } = useMe();
  return permissions.seePartnerLeads ? <LoadedLead /> : <MayNotSee />;
}

const up = (
  <Link to="/partner-leads" className="ll-link">
    {shared('title.partnersLeads')}
  </Link>
);

function LoadedLead() {
  const { leadId } = useParams({ from: '/partner-leads/$leadId' });
  const query = useQuery(partnerLeadQuery(leadId));
  if (query.data) return <Details key={leadId} lead={query.data} />;
  return (
    <Page title={t('lead.title')} up={up}>
      <Loading query={query} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState icon={<IconFileSearch size={26} stroke={1.7} />} title={t('lead.missing.title')}>
      {shared('leadMissing')}
    </EmptyState>
  );
}

function Details({ lead }: { lead: PartnerLead }) {
  const [rerouting, setRerouting] = useState(false);
  const title = lead.customerName ?? shared('unnamedCustomer');
  return (
    <Page
      title={title}
      heading={<bdi>{title}</bdi>}
      up={up}
      description={
        <span className="ll-facts">
          <StatusBadge lead={lead} /> {t('lead.with', { partner: lead.partner.name })}
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
            {t('lead.sendOn')}
          </Button>
        )
      }
    >
      <Stack>
        <ReroutingBanner lead={lead} />
        <Columns>
          <Stack>
            <OriginPanel lead={lead} />
            <ContactPanel lead={lead} />
          </Stack>
          <Stack>
            {lead.customer && <CustomerNewsPanel customer={lead.customer} />}
            <TimelinePanel events={lead.timeline} />
          </Stack>
        </Columns>
      </Stack>
      {rerouting && <ReroutingDialog lead={lead} onClose={() => setRerouting(false)} />}
    </Page>
  );
}
