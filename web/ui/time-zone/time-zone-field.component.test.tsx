import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

function Field({ begin = '' }: { begin?: string }) {
  const form = useForm({ initialValues: { zone: begin } });
  return (
    <>
      <TimeZoneField
        input={form.getInputProps('zone')}
        chosen={form.values.zone}
        locale="en-US"
        hint={(now) => `The time there is ${now}.`}
      />
      <output>{form.values.zone}</output>
    </>
  );
}

async function showField(begin?: string) {
  const { user } = await renderPart(<Field begin={begin} />);
  return {
    find: async (words: string) => {
      await user.click(field());
      await user.clear(field());
      await user.type(field(), words);
    },
    choose: async (name: RegExp) => user.click(await screen.findByRole('option', { name })),
  };
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' });

describe('choosing a time zone', () => {
  it('finds it by a city, and then says the time there', async () => {
    const { find, choose } = await showField();
    await find('munich');
    await choose(/Berlin/);
    expect(screen.getByRole('status').textContent).toBe('Europe/Berlin');
    expect(screen.getByText(/^The time there is Nov 20, 2026.* 10:00/)).toBeTruthy();
  });

  it('says when there is none', async () => {
    const { find } = await showField();
    await find('Atlantis');
    expect(await screen.findByText('No matching time zones')).toBeTruthy();
  });

  it('shows a zone by the name that it has today', async () => {
    await showField('Asia/Calcutta');
    expect(field().value).toMatch(/Kolkata|India/);
  });
});
