import { useMe } from '../../../api/me.ts';
import { LeadDesk } from './lead-desk.tsx';
import { NoLeadsForRole } from './list-states.tsx';

/** The list of leads, where people work all day. */
export function LeadsPage() {
  const { permissions } = useMe();
  return permissions.readLeads ? <LeadDesk /> : <NoLeadsForRole />;
}
