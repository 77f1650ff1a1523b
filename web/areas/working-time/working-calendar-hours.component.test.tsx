import { useForm } from '@mantine/form';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import {
  type CalendarValues,
  fillCalendarForm,
  findCalendarProblems,
  startCalendar,
} from './working-calendar.ts';
import { HoursFields } from './working-calendar-hours.tsx';

function Hours() {
  const form = useForm<CalendarValues>({
    initialValues: fillCalendarForm(startCalendar('UTC')),
    validate: findCalendarProblems,
  });
  return (
    <form onSubmit={form.onSubmit(() => undefined)}>
      <HoursFields form={form} />
      <button type="submit">Save</button>
    </form>
  );
}

async function showHours() {
  const { user } = await renderPart(<Hours />);
  return { user, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}
const time = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
/** What a screen reader adds to the name of a field. */
const descriptionOf = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;

describe('the working hours of a week', () => {
  it('say at both times of a span that it ends before it begins', async () => {
    const { press } = await showHours();
    fireEvent.change(time('Monday, to'), { target: { value: '08:00' } });
    fireEvent.change(time('Monday, from'), { target: { value: '18:00' } });
    await press('Save');
    for (const name of ['Monday, from', 'Monday, to']) {
      expect(time(name).getAttribute('aria-invalid')).toBe('true');
      expect(descriptionOf(time(name))).toBe('Work must end after it starts');
    }
    expect(descriptionOf(time('Tuesday, from'))).toBeUndefined();
  });

  it('make a day off and a working day again', async () => {
    const { user } = await showHours();
    const works = screen.getByRole<HTMLInputElement>('switch', { name: 'Work on Monday' });
    await user.click(works);
    expect(screen.queryByLabelText('Monday, from')).toBeNull();
    await user.click(works);
    expect(time('Monday, from').value).not.toBe('');
  });

  it('split a day into parts, which are named, and lose one again', async () => {
    const { press } = await showHours();
    await press('Add hours on Monday');
    expect(time('Monday, part 2, from')).toBeTruthy();
    await press('Remove Monday, part 1');
    expect(screen.queryByLabelText('Monday, part 2, from')).toBeNull();
    expect(time('Monday, from')).toBeTruthy();
  });
});
