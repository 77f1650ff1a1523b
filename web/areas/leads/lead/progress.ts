import type { Lead } from '../../../../contract/leads/leads.ts';
import { type SubStage, subStages } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { t } from './catalogue.ts';

type StepState = 'done' | 'current' | 'upcoming' | 'skipped';

export interface ProgressStep {
  key: string;
  label: string;
  state: StepState;
  at: string | null;
  subStage: SubStage | null;
  /** How the last step ended; sets its color. */
  tone: 'neutral' | 'good' | 'bad';
}

type ProgressLead = Pick<Lead, 'status' | 'outcome' | 'createdAt' | 'acceptedAt' | 'closedAt' | 'deal'>;

/** The steps of the lifecycle in order (WS-7); empty for informational leads, which have none. */
export function listSteps(lead: ProgressLead): ProgressStep[] {
  if (lead.status === null) return [];
  const closed = lead.status === 'Archived';
  return [
    makeStep(
      'received',
      words.status.Received,
      lead.status === 'Received' ? 'current' : 'done',
      lead.createdAt,
    ),
    makeStep('accepted', words.status.Accepted, stateOfAccepted(lead), lead.acceptedAt),
    ...subStages.map((stage) => makeSubStep(stage, lead, closed)),
    makeOutcomeStep(lead),
    makeStep('closed', t('step.closed'), closed ? 'done' : 'upcoming', lead.closedAt),
  ];
}

function stateOfAccepted(lead: ProgressLead): StepState {
  if (lead.status === 'Accepted') return 'current';
  if (lead.status === 'Received') return 'upcoming';
  return lead.acceptedAt === null ? 'skipped' : 'done';
}

function makeSubStep(stage: SubStage, lead: ProgressLead, closed: boolean): ProgressStep {
  const at = lead.deal?.subStages[stage] ?? null;
  const missing: StepState = closed ? 'skipped' : 'upcoming';
  return { ...makeStep(stage, words.subStage[stage], at === null ? missing : 'done', at), subStage: stage };
}

function makeOutcomeStep(lead: ProgressLead): ProgressStep {
  if (lead.outcome === null) return makeStep('outcome', t('step.outcome'), 'upcoming', null);
  const tone = lead.outcome === 'Won' ? 'good' : 'bad';
  return { ...makeStep('outcome', words.status[lead.outcome], 'done', lead.closedAt), tone };
}

function makeStep(key: string, label: string, state: StepState, at: string | null): ProgressStep {
  return { key, label, state, at, subStage: null, tone: 'neutral' };
}
