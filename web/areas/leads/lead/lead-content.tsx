import type { Lead } from '../../../../contract/leads/leads.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { Columns, Stack } from '../../../ui/content/index.ts';
import { WhoWasToldPanel } from '../../messages/index.ts';
import { ActivitiesPanel } from '../activities/index.ts';
import { ContactChecksPanel } from '../contact-checks/index.ts';
import { DuplicatesPanel } from '../duplicates/index.ts';
import { NextStepPanel } from '../next-step/index.ts';
import { Considerations } from './considerations.tsx';
import { DraftBanners } from './draft-banners.tsx';
import { LeadBanners } from './lead-banners.tsx';
import { LeadProgress } from './lead-progress.tsx';
import { CustomerPanel } from './panels/customer-panel.tsx';
import { ClosingPanel, DealPanel } from './panels/deal-panel.tsx';
import { ConsentPanel, MessagePanel, OriginPanel } from './panels/origin-panels.tsx';
import { RatingPanel } from './panels/rating-panel.tsx';
import { TeamPanel } from './panels/team-panel.tsx';
import { TimelinePanel } from './panels/timeline-panel.tsx';
import type { LeadDialogControl } from './use-lead-dialogs.tsx';

/**
 * For people who may contact the customer: not for the operator who only sends the lead on, nor once it is archived.
 */
const showsConsiderations = (lead: Lead) =>
  lead.contact !== null && lead.status !== 'Archived' && !lead.allowedActions.includes('route');

interface LeadContentProps {
  lead: Lead;
  /** The list that the person came from: links to other leads keep it. */
  params: AddressParams;
  dialogs: Pick<LeadDialogControl, 'open' | 'isOpen'>;
  /** Next to the list there is little room, and the next lead is a key away: what was written stands first. */
  besideList?: boolean;
}

/** Everything about a lead between its title and its actions (WS-7). */
export function LeadContent({ lead, params, dialogs, besideList = false }: LeadContentProps) {
  const { open } = dialogs;
  return (
    <Stack>
      <DraftBanners lead={lead} hidden={dialogs.isOpen} onContinue={open} />
      <LeadBanners lead={lead} />
      {showsConsiderations(lead) && <Considerations />}
      <LeadProgress lead={lead} folded={besideList && lead.status !== 'Accepted'} />
      <Columns split={besideList ? 'room' : 'first'}>
        <Stack>
          {besideList && <MessagePanel lead={lead} />}
          <CustomerPanel lead={lead} />
          {!besideList && <MessagePanel lead={lead} />}
          <ClosingPanel lead={lead} params={params} />
          <NextStepPanel lead={lead} />
          <ActivitiesPanel lead={lead} />
          <DealPanel lead={lead} onEdit={() => open('edit-deal')} />
          <TeamPanel lead={lead} onEdit={() => open('edit-people')} />
          <ContactChecksPanel lead={lead} />
          <DuplicatesPanel
            leadId={lead.id}
            params={params}
            onCloseAsDuplicate={
              lead.allowedActions.includes('close-as-error')
                ? (otherId) => open('close-as-error', otherId)
                : undefined
            }
          />
        </Stack>
        <Stack>
          <RatingPanel lead={lead} />
          <OriginPanel lead={lead} params={params} />
          <ConsentPanel lead={lead} />
          <TimelinePanel lead={lead} />
          <WhoWasToldPanel leadId={lead.id} />
        </Stack>
      </Columns>
    </Stack>
  );
}
