import { useForm } from '@mantine/form';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { makeMe } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { EmployeesField, MoneyField, TimeFrameField } from './deal-fields.tsx';
import { checkDealForm, type DealForm } from './deal-form.ts';

const empty: DealForm = {
  dealName: 'Deal',
  amount: '0',
  currency: 'EUR',
  estimatedPurchaseDate: '',
  confirmedDay: '',
  notes: '',
  crmId: '',
  campaignId: '',
  teamMemberIds: ['a'],
  employees: [],
};

function Money() {
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState('EUR');
  return (
    <MoneyField
      label="Value"
      amount={{ value: amount, onChange: setAmount }}
      currency={{ value: currency, onChange: setCurrency }}
    />
  );
}
const value = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Value' });
const germanReader = makeMe({ person: { ...makeMe().person, locale: 'de-DE' } });

describe('an amount of money', () => {
  it('is tidied up when the field is left', async () => {
    const { user } = await renderPart(<Money />);
    await user.type(value(), '1234567.5');
    expect(value().value).toBe('1234567.5');
    await user.tab();
    expect(value().value).toBe('1,234,567.50');
  });

  it('is read as the person’s language writes numbers', async () => {
    const { user } = await renderPart(<Money />, { as: germanReader });
    await user.type(value(), '12500,5');
    await user.tab();
    expect(value().value).toBe('12.500,50');
  });

  it('is left alone when it cannot be read', async () => {
    const { user } = await renderPart(<Money />);
    await user.type(value(), '1,5 million');
    await user.tab();
    expect(value().value).toBe('1,5 million');
  });

  it('is in a currency that is found by its name', async () => {
    const { user } = await renderPart(<Money />);
    const currency = screen.getByRole<HTMLInputElement>('combobox', { name: 'Currency' });
    await user.click(currency);
    await user.clear(currency);
    await user.type(currency, 'franc');
    await user.click(await screen.findByRole('option', { name: 'CHF – Swiss Franc' }));
    expect(currency.value).toBe('CHF – Swiss Franc');
  });
});

function Purchase() {
  const form = useForm<DealForm>({
    initialValues: empty,
    validate: (values) => checkDealForm(values, 'en-US', '2026-11-20'),
  });
  return (
    <form onSubmit={form.onSubmit(() => undefined)}>
      <TimeFrameField form={form} />
      <EmployeesField form={form} />
      <button type="submit">Save</button>
    </form>
  );
}
const day = () => screen.getByLabelText<HTMLInputElement>('By date');
const pressed = () => screen.getAllByRole('button', { pressed: true }).map((button) => button.textContent);

describe('when the customer is expected to buy', () => {
  it('is chosen as a time frame, which shows its day', async () => {
    const { user } = await renderPart(<Purchase />);
    await user.click(screen.getByRole('button', { name: 'Within 6 months' }));
    expect(day().value).toBe('2027-05-20');
    expect(pressed()).toEqual(['Within 6 months']);
  });

  it('is a time frame when its day was typed', async () => {
    await renderPart(<Purchase />);
    fireEvent.change(day(), { target: { value: '2026-12-20' } });
    expect(pressed()).toEqual(['Within 1 month']);
    fireEvent.change(day(), { target: { value: '2026-12-21' } });
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
  });

  it('is the present century when a year was typed with two digits', async () => {
    await renderPart(<Purchase />);
    fireEvent.change(day(), { target: { value: '0027-03-01' } });
    fireEvent.blur(day());
    expect(day().value).toBe('2027-03-01');
  });

  it.each([
    ['2026-11-19', 'This date has passed'],
    ['2037-01-01', 'This date is more than ten years away'],
  ])('%s has to be confirmed: %s', async (odd, reason) => {
    const { user } = await renderPart(<Purchase />);
    fireEvent.change(day(), { target: { value: odd } });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const fault = `${reason}. Choose another or confirm it below`;
    expect(screen.getByText(fault)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: `${reason}. Use it anyway.` }));
    expect(screen.queryByText(fault)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.queryByText(fault)).toBeNull();
  });

  it('has to be confirmed again for another odd day', async () => {
    const { user } = await renderPart(<Purchase />);
    fireEvent.change(day(), { target: { value: '2026-11-19' } });
    await user.click(screen.getByRole('checkbox'));
    fireEvent.change(day(), { target: { value: '2026-11-18' } });
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });
});

describe('other employees', () => {
  it('are rows that are added and removed, each named by its place', async () => {
    const { user } = await renderPart(<Purchase />);
    const add = () => user.click(screen.getByRole('button', { name: 'Add employee' }));
    await add();
    await add();
    await user.type(screen.getByRole('textbox', { name: 'Name of employee 1' }), 'Kim');
    await user.type(screen.getByRole('textbox', { name: 'Name of employee 2' }), 'Lee');
    await user.click(screen.getByRole('button', { name: 'Remove employee 1' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of employee 1' }).value).toBe('Lee');
    expect(screen.queryByRole('textbox', { name: 'Name of employee 2' })).toBeNull();
  });
});
