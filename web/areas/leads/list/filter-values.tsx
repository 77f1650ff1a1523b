import { Checkbox, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type AnyOfName, anyOfField } from '../../../../contract/leads/lead-filters.ts';
import type { FacetValue } from '../../../../contract/leads/lead-list.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import { words } from '../../../../contract/words.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './filters.module.css';

const shownAtOnce = 8;

interface Props {
  name: AnyOfName;
  values: FacetValue[];
  chosen: string[];
  narrow: string;
  onNarrow: (narrow: string) => void;
  /** The server has already narrowed the values to those that match. */
  isNarrowed: boolean;
  isComing: boolean;
  onToggle: (value: string) => void;
}

/** The values of a filter with their counts; a long list can be narrowed. */
export function FilterValues(props: Props) {
  const { name, values, chosen, narrow, onNarrow, isNarrowed, isComing, onToggle } = props;
  const { locale } = useLocale();
  const id = useId();
  const [all, setAll] = useState(false);
  const isLong = anyOfField(name).filter.narrows === true;
  const wanted = foldForSearch(narrow);
  const matching =
    wanted && !isNarrowed
      ? values.filter((value) => foldForSearch(value.label).includes(wanted))
      : chosenFirst(values, isLong ? chosen : []);
  const shown = all || !isLong ? matching : matching.slice(0, Math.max(shownAtOnce, chosen.length));
  return (
    <fieldset className={classes.values}>
      <legend className="ll-visually-hidden">{words.filter[name]}</legend>
      {isLong && (values.length > shownAtOnce || narrow !== '') && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={t('filters.narrow', { filter: words.filter[name] })}
          placeholder={shared('action.search')}
          value={narrow}
          onChange={(event) => onNarrow(event.currentTarget.value)}
        />
      )}
      {shown.map((value) => (
        <label
          key={value.value}
          htmlFor={`${id}-${value.value}`}
          className={classes.value}
          data-empty={value.count === 0 || undefined}
        >
          <Checkbox
            id={`${id}-${value.value}`}
            size="xs"
            checked={chosen.includes(value.value)}
            onChange={() => onToggle(value.value)}
          />
          <span className={classes.valueLabel}>{value.label}</span>
          <span className="ll-numbers ll-muted">{formatNumber(value.count, locale)}</span>
        </label>
      ))}
      {shown.length === 0 && <p className={classes.nothing}>{nothingWords(isComing, wanted !== '')}</p>}
      {shown.length < matching.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('filters.more', { count: formatNumber(matching.length - shown.length, locale) })}
        </button>
      )}
    </fieldset>
  );
}

function nothingWords(isComing: boolean, isNarrowed: boolean): string {
  if (isComing) return shared('loading');
  return isNarrowed ? t('filters.nothingMatches') : t('filters.noValues');
}

function chosenFirst(values: FacetValue[], chosen: string[]): FacetValue[] {
  if (chosen.length === 0) return values;
  const isChosen = (value: FacetValue) => chosen.includes(value.value);
  return [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))];
}
