/** What other areas of the app use from leads. */

export { likelyCurrency } from './lead/deal-form/currencies.ts';
export { MoneyField } from './lead/deal-form/deal-fields.tsx';
export { explainAmount, formatAmount, parseAmount } from './lead/deal-form/money-text.ts';
export { initials } from './lead/initials.ts';
export { wordEvent } from './lead/timeline/timeline-words.ts';
export { rulesQuery } from './sharing/sharing-data.ts';
