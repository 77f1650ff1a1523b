import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveLeads } from '../../../api/live.ts';
import { Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import { EscalationPanel } from './escalation-panel.tsx';
import { HoldersPanel } from './holders-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { holdersQuery, rulesQuery, sharingKey } from './sharing-data.ts';
import { WaitingPanel } from './waiting-panel.tsx';

/** How new leads are shared, which of them wait, and who has what (WT-1, WT-2). */
export function SharingSection() {
  const rules = useQuery(rulesQuery);
  const holders = useQuery(holdersQuery);
  const client = useQueryClient();
  // Leads that are given, taken or answered change what waits, and who has what.
  useLiveLeads(() => void client.invalidateQueries({ queryKey: sharingKey }));
  return (
    <Loaded query={rules} loading={<RowsSkeleton rows={5} />}>
      {(known) => (
        <Loaded query={holders} loading={<RowsSkeleton rows={5} />}>
          {(people) => (
            <>
              <RulesPanel rules={known} people={people.items} />
              <WaitingPanel />
              <EscalationPanel rules={known} people={people.items} />
              <HoldersPanel holders={people} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
