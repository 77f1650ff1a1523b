import type { BodyOf } from '../../../../contract/endpoints.ts';
import type { Lead, LeadEvent } from '../../../../contract/leads/leads.ts';
import { ApiError, type ClientProblem, request } from '../../../api/client.ts';

/** The lead that came with a 409, if any. */
export function readCurrent(problem: Pick<ClientProblem, 'current'>): Lead | undefined {
  const current = problem.current as Lead | null | undefined;
  return current && typeof current === 'object' && 'id' in current ? current : undefined;
}

/** The same of anything that a request threw. */
export function currentOf(error: unknown): Lead | undefined {
  return error instanceof ApiError ? readCurrent(error.problem) : undefined;
}

/** What happened in the meantime, according to a 409. */
export function readChanges(problem: Pick<ClientProblem, 'changes'>): LeadEvent[] {
  return (problem.changes ?? []) as LeadEvent[];
}

/** Changes a lead over a version of it. @throws ApiError: 409 with the lead as it is now when it is another one */
export function changeLead(
  id: string,
  version: number,
  body: BodyOf<'PATCH /api/v1/leads/:id'>,
): Promise<Lead> {
  return request('PATCH /api/v1/leads/:id', {
    params: { id },
    body,
    headers: { 'if-match': `"${version}"` },
  });
}

/**
 * Sends over the version that the person saw. Another change of the lead is no obstacle where `isStill` says so: then it
 * is sent once more, over the lead as it is now.
 * @throws ApiError the first refusal otherwise
 */
export async function sendOver(
  version: number,
  send: (version: number) => Promise<Lead>,
  isStill: (current: Lead) => boolean,
): Promise<Lead> {
  try {
    return await send(version);
  } catch (error) {
    const current = currentOf(error);
    if (!current || !isStill(current)) throw error;
    return await send(current.version);
  }
}
