import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connection } from '../api/connection.ts';
import { loadAhead } from './late-code.ts';
import { later } from './later.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const passing = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it('WS-8: shows a component once its code is there, and at once from then on', async () => {
  const load = vi.fn(async () => ({ Greeting }));
  const Later = later(load, 'Greeting', ({ name }) => <p>Loading {name}</p>);
  const first = render(<Later name="Ada" />);
  expect(screen.getByText('Loading Ada')).toBeTruthy();
  await passing(0);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  first.rerender(<Later name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  first.unmount();

  render(<Later name="Joan" />);
  expect(screen.getByText('Hello Joan')).toBeTruthy();
  await passing(0);
  // Nothing is loaded, nor rendered, a second time.
  expect(load).toHaveBeenCalledTimes(1);
});

it('WS-8: is there at once when its code was loaded ahead', async () => {
  const Later = later(async () => ({ Greeting }), 'Greeting');
  loadAhead(Later.load);
  await passing(0);
  render(<Later name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  await passing(0);
});

it('WS-8: code that did not come is asked for again, and what is around it stays', async () => {
  const load = vi.fn(async () => ({ Greeting }));
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  const Later = later(load, 'Greeting');
  render(
    <>
      <input aria-label="Typed" defaultValue="words" />
      <Later name="Ada" />
    </>,
  );
  await passing(100);
  expect(screen.getByLabelText<HTMLInputElement>('Typed').value).toBe('words');
  expect(screen.queryByText('Hello Ada')).toBeNull();
  await passing(3000);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
});

it('WS-8: what was asked for says that it is on its way, once it takes a while', async () => {
  let arrive: (code: { Greeting: typeof Greeting }) => void = () => undefined;
  const Later = later(
    () =>
      new Promise<{ Greeting: typeof Greeting }>((resolve) => {
        arrive = resolve;
      }),
    'Greeting',
  );
  render(
    <MantineProvider>
      <Later name="Ada" />
    </MantineProvider>,
  );
  await passing(200);
  expect(screen.getByRole('status').textContent).toBe('');
  await passing(200);
  expect(screen.getByRole('status').textContent).toBe('Loading…');
  arrive({ Greeting });
  await passing(0);
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByText('Hello Ada')).toBeTruthy();
});
