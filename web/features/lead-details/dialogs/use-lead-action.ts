import { useState } from 'react';
import type { Lead } from '../../../../contract/leads.ts';
import { type ClientProblem, request } from '../../../api/client.ts';
import { readNow } from '../../../ui/now.ts';
import { announce } from '../forms/index.ts';
import { leadAddress, useLeadCache } from '../lead-data.ts';
import { describeOvertaking, readCurrent } from '../overtaken.ts';

export interface LeadAction {
  /** Who was faster, when somebody was: nothing can be sent any more. */
  overtaken: string | null;
  onConflict: (problem: ClientProblem) => boolean;
  /** Sends the action, shows the lead as it is afterwards and says so. */
  perform: (path: string, body: unknown, done: string) => Promise<void>;
}

/** Acts on a lead; when somebody else was faster the page behind is brought up to date. */
export function useLeadAction(lead: Lead): LeadAction {
  const cache = useLeadCache();
  const [overtaken, setOvertaken] = useState<string | null>(null);

  return {
    overtaken,
    onConflict(problem) {
      if (problem.code !== 'action-not-possible' && problem.code !== 'lead-changed') return false;
      const current = readCurrent(problem);
      if (current) cache.adopt(current);
      else cache.refresh(lead.id);
      setOvertaken(describeOvertaking(problem, readNow()));
      return true;
    },
    async perform(path, body, done) {
      const after = await request<Lead>('POST', `${leadAddress(lead.id)}/${path}`, { body });
      cache.adopt(after);
      announce(done);
    },
  };
}
