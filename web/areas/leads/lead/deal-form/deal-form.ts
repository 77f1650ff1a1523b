import type { Employee } from '../../../../../contract/leads/leads.ts';
import { completeYear } from '../../../../ui/days.ts';
import { blankToNull, type DealField, type DealValues } from '../deal-values.ts';
import { t } from './catalogue.ts';
import { likelyCurrency } from './currencies.ts';
import { explainAmount, formatAmount, parseAmount } from './money-text.ts';
import { findDayProblem } from './purchase-day.ts';

/** The deal as typed: everything is text until it is sent. */
export interface DealForm {
  dealName: string;
  amount: string;
  currency: string;
  estimatedPurchaseDate: string;
  /** A past or distant day that the person confirmed. */
  confirmedDay: string;
  notes: string;
  crmId: string;
  campaignId: string;
  teamMemberIds: string[];
  employees: { name: string; email: string; phone: string }[];
}

/** The form fields that show what the server says about the fields of a request. */
export const dealFormFields = [
  'dealName',
  'estimatedPurchaseDate',
  'notes',
  'crmId',
  'campaignId',
  'employees',
];
/** Request fields that have another name in the form. */
export const renamedDealFields = {
  'estimatedValue.currency': 'currency',
  estimatedValue: 'amount',
  teamMemberIds: 'teamMemberIds',
};

/** Fills the form with a deal. */
export function fillForm(deal: DealValues, country: string | null, locale: string | undefined): DealForm {
  return {
    dealName: deal.dealName,
    amount: deal.estimatedValue === null ? '' : formatAmount(deal.estimatedValue, locale),
    currency: deal.estimatedValue?.currency ?? likelyCurrency(country),
    estimatedPurchaseDate: deal.estimatedPurchaseDate ?? '',
    // Time passes: a day that was once right needs no confirmation.
    confirmedDay: deal.estimatedPurchaseDate ?? '',
    notes: deal.notes ?? '',
    crmId: deal.crmId ?? '',
    campaignId: deal.campaignId ?? '',
    teamMemberIds: deal.teamMemberIds,
    employees: deal.employees.map(({ name, email, phone }) => ({
      name,
      email: email ?? '',
      phone: phone ?? '',
    })),
  };
}

/** The part of the form that shows one field of a deal, filled with it. */
export function fillField(
  field: DealField,
  deal: DealValues,
  country: string | null,
  locale: string | undefined,
): Partial<DealForm> {
  const form = fillForm(deal, country, locale);
  if (field === 'estimatedValue') return { amount: form.amount, currency: form.currency };
  if (field === 'estimatedPurchaseDate')
    return { estimatedPurchaseDate: form.estimatedPurchaseDate, confirmedDay: form.confirmedDay };
  return { [field]: form[field] };
}

/** Reads the form as a deal; an unreadable amount counts as none. */
export function readForm(form: DealForm, locale: string | undefined): DealValues {
  const amount = parseAmount(form.amount, form.currency, locale);
  return {
    dealName: form.dealName.trim(),
    estimatedValue:
      'amountMinor' in amount ? { amountMinor: amount.amountMinor, currency: form.currency } : null,
    estimatedPurchaseDate: blankToNull(completeYear(form.estimatedPurchaseDate)),
    notes: blankToNull(form.notes),
    crmId: blankToNull(form.crmId),
    campaignId: blankToNull(form.campaignId),
    teamMemberIds: form.teamMemberIds,
    employees: form.employees.filter((row) => !isBlankRow(row)).map(readEmployee),
  };
}

function readEmployee(row: DealForm['employees'][number]): Employee {
  return { name: row.name.trim(), email: blankToNull(row.email), phone: blankToNull(row.phone) };
}

/** True for a row of further employees that was left empty. */
export function isBlankRow(row: DealForm['employees'][number]): boolean {
  return row.name.trim() === '' && row.email.trim() === '' && row.phone.trim() === '';
}

/** What is missing or unreadable, by form field. */
export function checkDealForm(
  form: DealForm,
  locale: string | undefined,
  today: string,
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (form.dealName.trim() === '') errors.dealName = t('name.missing');
  const amount = parseAmount(form.amount, form.currency, locale);
  if ('problem' in amount) errors.amount = explainAmount(amount.problem, form.currency, locale);
  if (form.teamMemberIds.length === 0) errors.teamMemberIds = t('team.missing');
  const day = findDayProblem(completeYear(form.estimatedPurchaseDate), form.confirmedDay, today);
  if (day !== null) errors.estimatedPurchaseDate = day;
  form.employees.forEach((row, index) => {
    if (!isBlankRow(row) && row.name.trim() === '')
      errors[`employees.${index}.name`] = t('employees.nameMissing');
  });
  return errors;
}
