import { Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useRef } from 'react';
import { cutText } from '../../../../contract/cut.ts';
import {
  type DealNamePlace,
  dealNamePlaces,
  hasKnownPlaces,
  nameByPattern,
} from '../../../../contract/leads/deal-names.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import type { DealForm } from '../lead/deal-form/deal-form.ts';
import classes from './bulk.module.css';
import { t } from './catalogue.ts';

const mostCharacters = 200;
const placeWords = {
  customer: words.field.customer,
  offer: words.field.offer,
  number: t('accept.number'),
} as const satisfies Record<DealNamePlace, string>;
const inBraces = (place: DealNamePlace) => `{${place}}`;

/** What is wrong with a pattern, by form field. */
export function checkPattern(pattern: string): Record<string, string> {
  if (hasKnownPlaces(pattern)) return {};
  return { dealName: t('accept.unknownPlace', { places: dealNamePlaces.map(inBraces).join(', ') }) };
}

interface Props {
  form: UseFormReturnType<DealForm>;
  /** The lead whose deal is shown as an example. */
  example: LeadSummary | undefined;
}

/** The names of deals by a pattern: buttons insert what differs, and an example shows the result. */
export function DealNameField({ form, example }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const pattern = form.values.dealName;

  function insert(place: DealNamePlace) {
    const field = input.current;
    const start = field?.selectionStart ?? pattern.length;
    const end = field?.selectionEnd ?? start;
    form.setFieldValue('dealName', pattern.slice(0, start) + inBraces(place) + pattern.slice(end));
    const caret = start + inBraces(place).length;
    // Once the field has the new text.
    setTimeout(() => {
      field?.focus();
      field?.setSelectionRange(caret, caret);
    });
  }

  return (
    <div>
      <TextInput
        ref={input}
        label={words.field.dealName}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={mostCharacters}
        autoComplete="off"
        {...form.getInputProps('dealName')}
      />
      <div className={classes.insert}>
        <span className="ll-small ll-muted">{t('accept.insert')}</span>
        {dealNamePlaces.map((place) => (
          <Button
            key={place}
            size="compact-xs"
            variant="default"
            aria-label={t('accept.insertPlace', { place: placeWords[place] })}
            onClick={() => insert(place)}
          >
            {placeWords[place]}
          </Button>
        ))}
      </div>
      {example && hasKnownPlaces(pattern) && pattern.trim() !== '' && (
        <p className={`${classes.example} ll-small ll-muted`} aria-live="polite">
          {t('accept.example', { name: exampleName(pattern, example) })}
        </p>
      )}
    </div>
  );
}

function exampleName(pattern: string, { customerName: customer, offer }: LeadSummary): string {
  const name = nameByPattern(pattern, { customer, offer: offer?.title ?? null, number: 1 });
  return name === null ? t('accept.unnamed', { number: '1' }) : cutText(name, mostCharacters);
}
