import { useState } from 'react';
import type { Money } from '../../../../contract/money.ts';
import { useLocale } from '../../../ui/index.ts';
import { explainAmount, formatAmount, likelyCurrency, MoneyField, parseAmount } from '../../leads/index.ts';
import { t } from '../catalogue.ts';
import { useEditing, useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import classes from './steps.module.css';

/** The smallest project that the partner takes; empty: it says nothing about that. */
export function BudgetField() {
  const { locale } = useLocale();
  const { country } = useEditing().profile;
  const { value, error, change, cursor } = useField('budgetFrom');
  // An amount that can't be read is no value yet; another currency waits for its amount.
  const [typed, setTyped] = useState<{ text: string; of: Money | null }>();
  const [chosen, setChosen] = useState<string>();
  const currency = value?.currency ?? chosen ?? likelyCurrency(country);
  const isOwnText = typed !== undefined && JSON.stringify(typed.of) === JSON.stringify(value);
  const text = isOwnText ? typed.text : value ? formatAmount(value, locale) : '';
  const parsed = parseAmount(text, currency, locale);
  const isUnread = 'problem' in parsed && parsed.problem !== 'empty';
  const read = (next: string, inCurrency: string) => {
    const amount = parseAmount(next, inCurrency, locale);
    const money = 'amountMinor' in amount ? { amountMinor: amount.amountMinor, currency: inCurrency } : null;
    setTyped({ text: next, of: money });
    setChosen(inCurrency);
    change(money);
  };
  return (
    <FieldFrame at="budgetFrom">
      <div className={classes.line} {...cursor}>
        <MoneyField
          label={fieldWords.budgetFrom}
          optional
          amount={{
            value: text,
            error: isUnread ? explainAmount(parsed.problem, currency, locale) : error,
            onChange: (next) => read(next, currency),
          }}
          currency={{ value: currency, onChange: (next) => read(text, next) }}
        />
        <p className="ll-note ll-small">{t('customers.budgetHint')}</p>
      </div>
    </FieldFrame>
  );
}
