import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { makeLead } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { OriginPanel } from './origin-panels.tsx';

const showOrigin = (referralProgram: string | null) =>
  renderPart(<OriginPanel lead={makeLead({ leadSource: null, referralProgram })} params={{}} />, {
    answers: { 'GET /api/v1/storefronts': { items: [] } },
  });

it('WS-7: a lead names the referral program under which it was sent', async () => {
  await showOrigin('Co-sell');
  expect(screen.getByText('Referral program').nextElementSibling?.textContent).toBe('Co-sell');
});

it('WS-7: without a referral program there is no line for it', async () => {
  await showOrigin(null);
  screen.getByText('Offer');
  expect(screen.queryByText('Referral program')).toBeNull();
});
