import { describe, expect, it, vi } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { ApiError } from '../../../api/client.ts';
import { currentOf, sendOver } from './refusals.ts';

const lead = (version: number) => ({ id: 'l', version }) as Lead;
const refusal = (current: unknown) =>
  new ApiError({
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'lead-changed',
    detail: 'Changed.',
    requestId: 'r',
    current,
  });

describe('LC-9: sendOver', () => {
  it('sends again over the lead as it is now, if its change is no obstacle', async () => {
    const send = vi
      .fn()
      .mockRejectedValueOnce(refusal(lead(7)))
      .mockResolvedValueOnce(lead(8));
    expect(await sendOver(3, send, ({ version }) => version === 7)).toEqual(lead(8));
    expect(send.mock.calls).toEqual([[3], [7]]);
  });

  it('throws the refusal when it is, and when no lead came with it', async () => {
    const obstacle = refusal(lead(7));
    await expect(sendOver(3, vi.fn().mockRejectedValue(obstacle), () => false)).rejects.toBe(obstacle);
    const bare = refusal(undefined);
    await expect(sendOver(3, vi.fn().mockRejectedValue(bare), () => true)).rejects.toBe(bare);
  });

  it('sends no third time', async () => {
    const send = vi.fn().mockRejectedValue(refusal(lead(7)));
    await expect(sendOver(3, send, () => true)).rejects.toBeInstanceOf(ApiError);
    expect(send).toHaveBeenCalledTimes(2);
  });
});

it('LC-9: currentOf finds a lead only in what came from the server', () => {
  expect(currentOf(refusal(lead(7)))).toEqual(lead(7));
  expect(currentOf(refusal({ count: 3 }))).toBeUndefined();
  expect(currentOf(new Error('gone'))).toBeUndefined();
});
