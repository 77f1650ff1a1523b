import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import { noteArrival, takeLeftOut } from '../../../lead-query/left-out.ts';
import { LinkNotice } from './link-notice.tsx';

it('WS-3: says which parts of a link were left out, in words, until it is closed', async () => {
  noteArrival({
    country: ['DE', 'XX'],
    createdFrom: 'soon',
    sort: 'shoeSize',
    contry: 'FR',
    status: ['one', 'two'],
    kept: '12345678',
  });
  const { user } = await renderPart(<LinkNotice />);
  expect(screen.getByRole('status').textContent).toBe(
    'We left out part of this link: Country “XX”, Created on “soon”, order “shoeSize”, contry “FR”, and 3 more.',
  );
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('status')).toBeNull();
});

it('WS-3: says nothing about a link that is understood, and nothing when the list is opened again', async () => {
  noteArrival({ country: 'DE', tab: 'qualified' });
  await renderPart(<LinkNotice />);
  expect(screen.queryByRole('status')).toBeNull();
  noteArrival({ country: 'XX' });
  takeLeftOut();
  await renderPart(<LinkNotice />);
  expect(screen.queryByRole('status')).toBeNull();
});
