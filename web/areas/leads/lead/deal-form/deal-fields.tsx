import { ActionIcon, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { words } from '../../../../../contract/words.ts';
import { addMonths, completeYear } from '../../../../ui/days.ts';
import { useLocale } from '../../../../ui/index.ts';
import { useToday } from '../../../../ui/use-today.ts';
import { t } from './catalogue.ts';
import { currencyCodes } from './currencies.ts';
import classes from './deal-fields.module.css';
import type { DealForm } from './deal-form.ts';
import { formatAmount, parseAmount } from './money-text.ts';
import { oddDay } from './purchase-day.ts';
import { matchTimeFrame, timeFrames, wordTimeFrame } from './time-frame.ts';

type Form = UseFormReturnType<DealForm>;

interface MoneyFieldProps {
  label: string;
  /** It may stay empty. */
  optional?: boolean;
  amount: { value: string; error?: React.ReactNode; onChange: (value: string) => void };
  currency: { value: string; error?: React.ReactNode; onChange: (value: string) => void };
}

/** An amount, typed the way the person's locale writes numbers, and its currency. */
export function MoneyField({ label, optional = false, amount, currency }: MoneyFieldProps) {
  const { locale } = useLocale();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale ? [locale] : undefined, { type: 'currency' });
    return currencyCodes.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
  }, [locale]);
  const tidy = () => {
    const parsed = parseAmount(amount.value, currency.value, locale);
    if (!('amountMinor' in parsed)) return;
    const text = formatAmount({ amountMinor: parsed.amountMinor, currency: currency.value }, locale);
    if (text !== amount.value) amount.onChange(text);
  };
  return (
    <div className={classes.money}>
      <TextInput
        label={label}
        withAsterisk={!optional}
        aria-required={!optional}
        inputMode="decimal"
        autoComplete="off"
        value={amount.value}
        error={amount.error}
        onChange={(event) => amount.onChange(event.currentTarget.value)}
        onBlur={tidy}
      />
      <Select
        label={t('value.currency')}
        searchable
        allowDeselect={false}
        data={options}
        value={currency.value}
        error={currency.error}
        onChange={(value) => value && currency.onChange(value)}
        comboboxProps={{ width: 280, position: 'bottom-end' }}
        nothingFoundMessage={t('value.noCurrency')}
      />
    </div>
  );
}

/** {@link MoneyField} for the estimated value of the deal. */
export function DealValueField({ form }: { form: Form }) {
  return (
    <MoneyField
      label={words.field.estimatedValue}
      amount={{
        value: form.values.amount,
        error: form.errors.amount,
        onChange: (amount) => form.setFieldValue('amount', amount),
      }}
      currency={{
        value: form.values.currency,
        error: form.errors.currency,
        onChange: (currency) => form.setFieldValue('currency', currency),
      }}
    />
  );
}

/** When the customer is expected to buy: quick choices that set the day, or the day itself. */
export function TimeFrameField({ form }: { form: Form }) {
  const today = useToday();
  const day = form.values.estimatedPurchaseDate;
  const odd = oddDay(completeYear(day), today);
  const chosen = matchTimeFrame(today, form.values.estimatedPurchaseDate);
  const field = form.getInputProps('estimatedPurchaseDate');
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {words.field.estimatedPurchase}{' '}
        <span className={classes.asterisk} aria-hidden>
          *
        </span>
      </legend>
      <div className={classes.frames}>
        {timeFrames.map((months) => (
          <Button
            key={months}
            size="compact-sm"
            variant={chosen === months ? 'filled' : 'default'}
            aria-pressed={chosen === months}
            onClick={() => form.setFieldValue('estimatedPurchaseDate', addMonths(today, months))}
          >
            {wordTimeFrame(months)}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={t('purchase.day')}
        aria-required
        className={classes.day}
        max="9999-12-31"
        {...field}
        onBlur={(event) => {
          field.onBlur?.(event);
          if (completeYear(day) !== day) form.setFieldValue('estimatedPurchaseDate', completeYear(day));
        }}
      />
      {odd !== null && day >= '2000' && (
        <Checkbox
          mt="xs"
          label={t(`confirmDay.${odd}`)}
          checked={form.values.confirmedDay === day}
          onChange={(event) => {
            form.setFieldValue('confirmedDay', event.currentTarget.checked ? day : '');
            form.clearFieldError('estimatedPurchaseDate');
          }}
        />
      )}
    </fieldset>
  );
}

/** Notes about the deal, on several lines. */
export function NotesField({ form }: { form: Form }) {
  return (
    <Textarea
      label={words.field.notes}
      description={t('notes.hint')}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={5000}
      {...form.getInputProps('notes')}
    />
  );
}

/** The deal's ids in other systems. */
export function ReferenceFields({ form }: { form: Form }) {
  return (
    <div className={classes.pair}>
      <TextInput
        label={words.field.crmId}
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('crmId')}
      />
      <TextInput
        label={words.field.campaignId}
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('campaignId')}
      />
    </div>
  );
}

/** Further contacts of the partner: name, phone, email. */
export function EmployeesField({ form }: { form: Form }) {
  const rows = form.values.employees;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.field.employees}</legend>
      {rows.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form names its rows by index
        <EmployeeRow key={index} form={form} index={index} />
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={rows.length >= 50}
        onClick={() => form.insertListItem('employees', { name: '', email: '', phone: '' })}
      >
        {t('employees.add')}
      </Button>
    </fieldset>
  );
}

function EmployeeRow({ form, index }: { form: Form; index: number }) {
  const number = String(index + 1);
  return (
    <div className={classes.employee}>
      <TextInput
        label={words.field.name}
        aria-label={t('employees.nameOf', { number })}
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps(`employees.${index}.name`)}
      />
      <TextInput
        label={words.field.phone}
        aria-label={t('employees.phoneOf', { number })}
        type="tel"
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps(`employees.${index}.phone`)}
      />
      <TextInput
        label={words.field.email}
        aria-label={t('employees.emailOf', { number })}
        type="email"
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps(`employees.${index}.email`)}
      />
      <ActionIcon
        className={classes.remove}
        size="lg"
        aria-label={t('employees.remove', { number })}
        onClick={() => form.removeListItem('employees', index)}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}
