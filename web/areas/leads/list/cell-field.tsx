import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type Ref, useEffect, useRef } from 'react';
import { subStages } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { currencyCodes } from '../lead/deal-form/currencies.ts';
import { t } from './catalogue.ts';
import type { CellDraft } from './cell-draft.ts';
import classes from './cell-edit.module.css';
import type { EditableCell } from './cell-values.ts';

interface FieldProps {
  cell: EditableCell;
  name: string;
  draft: CellDraft;
  hasProblem: boolean;
  onChange: (draft: CellDraft) => void;
}

/** What a cell is typed or chosen in; it takes the focus. */
export function CellField({ cell, name, draft, hasProblem, onChange }: FieldProps) {
  const field = useRef<HTMLElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement && field.current.type === 'text') field.current.select();
  }, []);
  const common = {
    'aria-label': name,
    value: draft.text,
    error: hasProblem,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, text: event.currentTarget.value }),
  };
  if (cell === 'notes')
    return (
      <Textarea
        ref={field as Ref<HTMLTextAreaElement>}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        {...common}
      />
    );
  if (cell === 'stage')
    return (
      <NativeSelect
        ref={field as Ref<HTMLSelectElement>}
        data-last-field
        data={[
          { value: '', label: t('cellEdit.noStage') },
          ...subStages.map((stage) => ({ value: stage, label: words.subStage[stage] })),
        ]}
        {...common}
      />
    );
  if (cell === 'estimatedPurchase')
    return (
      <TextInput
        ref={field as Ref<HTMLInputElement>}
        type="date"
        max="9999-12-31"
        data-last-field
        {...common}
      />
    );
  return (
    <div className={classes.editorFields}>
      <TextInput ref={field as Ref<HTMLInputElement>} inputMode="decimal" autoComplete="off" {...common} />
      <NativeSelect
        className={classes.editorCurrency}
        data-last-field
        aria-label={t('cellEdit.currency')}
        data={[...currencyCodes]}
        value={draft.currency}
        onChange={(event) => onChange({ ...draft, currency: event.currentTarget.value })}
      />
    </div>
  );
}
