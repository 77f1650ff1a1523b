import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { later, makeMe } from '../../test/parts/made.ts';
import { renderPart } from '../../test/parts/render.tsx';
import { setClockAhead } from './now.ts';
import { AbsoluteTime, CountryName, LeftToRight, Money, RelativeTime } from './values.tsx';

const { person } = makeMe();

describe('a moment', () => {
  it('is told from now, with the exact time in the person’s zone on hover', async () => {
    await renderPart(<RelativeTime at={later({ hours: -3 })} />, {
      as: makeMe({ person: { ...person, timeZone: 'America/New_York' } }),
    });
    const time = screen.getByText('3 hours ago');
    expect(time.title).toMatch(/Nov 20, 2026.* 1:00/);
  });

  it('moves on with the clock of the installation', async () => {
    await renderPart(<RelativeTime at={later({ hours: -3 })} />);
    act(() => setClockAhead(24 * 3600));
    expect(screen.getByText(/yesterday|1 day ago|27 hours ago/)).toBeTruthy();
    act(() => setClockAhead(0));
  });

  it('is exact where that matters, and tells the distance on hover', async () => {
    await renderPart(<AbsoluteTime at={later({ days: 2 })} />);
    expect(screen.getByText(/Nov 22, 2026/).title).toBe('in 2 days');
  });
});

describe('values', () => {
  it('are written as the person’s language does', async () => {
    await renderPart(
      <>
        <Money value={{ amountMinor: 1_250_050, currency: 'EUR' }} />
        <CountryName code="DE" />
      </>,
      { as: makeMe({ person: { ...person, locale: 'en-GB' } }) },
    );
    expect(screen.getByText('€12,500.50')).toBeTruthy();
    expect(screen.getByText('Germany')).toBeTruthy();
  });

  it('that are missing are read as such by screen readers', async () => {
    await renderPart(<Money value={null} />);
    expect(screen.getByText('Not given')).toBeTruthy();
  });
});

describe('a phone number', () => {
  it('LA-2: reads from left to right, where the page does not', async () => {
    await renderPart(
      <p dir="rtl">
        <LeftToRight value="+1 206 555 0115" />
      </p>,
    );
    expect(screen.getByText('+1 206 555 0115').dir).toBe('ltr');
  });
});
