import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { type ApiError, type ClientProblem, request } from '../../../../api/client.ts';
import type { Attempt } from '../../../../api/drafts.ts';
import { useMe } from '../../../../api/me.ts';
import { announce } from '../../../../ui/forms/index.ts';
import { readNow } from '../../../../ui/now.ts';
import { timelineQuery, useLeadCache } from '../lead-data.ts';
import { describeOvertaking } from '../overtaken.ts';
import { isOwnSuccess, type SentAction } from '../own-success.ts';
import { readCurrent } from '../refusals.ts';
import { t } from './catalogue.ts';

/** The action, and the message once it is done. */
export type LeadOrder = SentAction & { done: string };

export interface LeadAction {
  /** Who was faster, if anyone was: nothing more can be sent. */
  overtaken: string | null;
  onConflict: (problem: ClientProblem) => boolean;
  /** For the submission: recognizes that a first try had arrived although its answer was lost, and finishes with it. */
  onArrived: (error: ApiError, attempt: Attempt) => Promise<boolean>;
  /** Sends the action, shows the resulting lead and a message. */
  perform: (order: LeadOrder) => Promise<void>;
}

/** Acts on a lead; if someone else was faster, updates the page behind. */
export function useLeadAction(lead: Lead, onDone: () => void): LeadAction {
  const cache = useLeadCache();
  const client = useQueryClient();
  const me = useMe().person;
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
    async onArrived({ problem }, attempt) {
      const current = readCurrent(problem);
      if (!current) return false;
      const sent = JSON.parse(attempt.body) as SentAction;
      const events = await client.fetchQuery({ ...timelineQuery(lead.id), staleTime: 0 });
      if (!isOwnSuccess(sent, current, events, me.name)) return false;
      cache.adopt(current);
      announce(t(`arrived.${sent.path}`));
      onDone();
      return true;
    },
    async perform(order) {
      cache.adopt(await send(lead.id, order));
      announce(order.done);
      onDone();
    },
  };
}

/** Each action has a body of its own. */
function send(leadId: string, action: SentAction): Promise<Lead> {
  const params = { id: leadId };
  switch (action.path) {
    case 'acceptance':
      return request('POST /api/v1/leads/:id/acceptance', { params, body: action.body });
    case 'decline':
      return request('POST /api/v1/leads/:id/decline', { params, body: action.body });
    case 'outcome':
      return request('POST /api/v1/leads/:id/outcome', { params, body: action.body });
    case 'error-closure':
      return request('POST /api/v1/leads/:id/error-closure', { params, body: action.body });
  }
}
