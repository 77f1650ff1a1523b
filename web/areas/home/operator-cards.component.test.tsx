import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { mostPartnerLeads } from '../../../contract/home/limits.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { OperatorCards } from './operator-cards.tsx';

const show = (waiting: number, hot: number) =>
  renderPart(
    <OperatorCards
      operator={{ unrouted: { count: 0, items: [] }, suspected: null, partners: { waiting, hot } }}
      outbox={null}
    />,
  );

it('WS-12: numbers above the most that is counted say so', async () => {
  await show(mostPartnerLeads + 1, mostPartnerLeads + 1);
  expect(screen.getByText('200+')).toBeTruthy();
  expect(screen.getByText('More than 200 of them are hot')).toBeTruthy();
});

it('WS-12: numbers up to it are exact', async () => {
  await show(mostPartnerLeads, 1);
  expect(screen.getByText('200')).toBeTruthy();
  expect(screen.getByText('1 of them is hot')).toBeTruthy();
});
