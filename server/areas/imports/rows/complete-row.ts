import type { LeadState } from '../../../../contract/leads/lists.ts';
import type { ImportedLead } from './imported-lead.ts';
import type { RowDraft, RowForm } from './row-reader.ts';
import { closedWords, stateWords } from './state-words.data.ts';
import { foldWord, readAmount, toMinor } from './values.rules.ts';

/** What several cells of a row say together. */
export function completeRow(draft: RowDraft, form: Pick<RowForm, 'currency' | 'decimalSign'>): ImportedLead {
  splitName(draft);
  readValue(draft, form);
  readFinalValue(draft, form);
  const state = readState(draft);
  const { leadId, stage, locationId, ownerId, partnerId, columns } = draft;
  return {
    columns,
    ...(leadId !== undefined && { leadId }),
    ...(state !== undefined && { state }),
    ...(stage !== undefined && { stage }),
    ...(locationId !== undefined && { locationId }),
    ...(ownerId !== undefined && { ownerId }),
    ...(partnerId !== undefined && { partnerId }),
  };
}

/** `Ana Beispiel` and `Beispiel, Ana`; names in columns of their own count first. */
function splitName({ columns, contactName }: RowDraft): void {
  if (contactName === undefined || columns.contact_first_name || columns.contact_last_name) return;
  const [last = '', first] = contactName.split(/,\s*/, 2);
  if (first !== undefined) {
    columns.contact_first_name = first;
    columns.contact_last_name = last;
    return;
  }
  const at = contactName.lastIndexOf(' ');
  columns.contact_last_name = contactName.slice(at + 1);
  if (at > 0) columns.contact_first_name = contactName.slice(0, at).trim();
}

function readMoney(
  draft: RowDraft,
  text: string,
  given: { field: 'EstimatedValue' | 'FinalValue'; currency: string | undefined },
  form: Pick<RowForm, 'currency' | 'decimalSign'>,
) {
  const amount = readAmount(text, form.decimalSign);
  if (amount === undefined) {
    draft.fault(given.field, 'noAmount');
    return undefined;
  }
  const currency = amount.currency ?? given.currency ?? form.currency;
  const minor = toMinor(amount, currency);
  if (minor === undefined) draft.fault(given.field, 'decimals', { currency });
  return minor === undefined ? undefined : { minor, currency };
}

function readValue(draft: RowDraft, form: Pick<RowForm, 'currency' | 'decimalSign'>): void {
  if (draft.value === undefined) return;
  const money = readMoney(
    draft,
    draft.value,
    { field: 'EstimatedValue', currency: draft.valueCurrency },
    form,
  );
  if (!money) return;
  draft.columns.deal_value_minor = money.minor;
  draft.columns.deal_currency = money.currency;
}

function readFinalValue(draft: RowDraft, form: Pick<RowForm, 'currency' | 'decimalSign'>): void {
  if (draft.finalValue === undefined) return;
  const currency = draft.finalCurrency ?? draft.valueCurrency;
  const money = readMoney(draft, draft.finalValue, { field: 'FinalValue', currency }, form);
  if (!money) return;
  draft.columns.final_value_minor = money.minor;
  draft.columns.final_value_currency = money.currency;
}

/** The outcome counts where the status only says that the lead is over, or nothing. */
function readState(draft: RowDraft): LeadState | undefined {
  const { status, outcome } = draft;
  const word = status === undefined ? undefined : foldWord(status);
  const ended = outcome === undefined ? undefined : stateWords.get(foldWord(outcome));
  const isOpenQuestion = word === undefined || closedWords.has(word);
  if (isOpenQuestion && outcome !== undefined && ended === undefined) draft.ask('Outcome', outcome);
  if (word === undefined) return ended;
  if (closedWords.has(word)) {
    if (ended === undefined || ended === 'Received' || ended === 'Accepted')
      draft.fault('Status', 'noOutcome');
    return ended;
  }
  const state = stateWords.get(word);
  if (state === undefined) draft.refuseWord('Status', status ?? '', 'noState');
  return state;
}
