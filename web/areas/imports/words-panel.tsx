import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { importChoices } from '../../../contract/imports/import-fields.ts';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { type Column, DataTable } from '../../ui/content/index.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { fieldLabels } from './field-labels.ts';
import { wordMeaning } from './import-words.ts';
import classes from './imports.module.css';
import type { ImportChange } from './use-import-steps.ts';

type ImportWord = LeadImport['words'][number];

interface Props {
  one: LeadImport;
  apply: (change: ImportChange) => void;
  isPending: boolean;
}

const keyOf = ({ field, word }: ImportWord) => `${field} ${word}`;
/** No value of a list: nothing was chosen, and the cell is left out. */
const [unchosen, leftEmpty] = ['?', '-'];

/** The words of a file that are not understood, with what somebody chooses that they mean. */
export function WordsPanel({ one, apply, isPending }: Props) {
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  if (one.words.length === 0) return null;
  const choiceOf = (word: ImportWord) => chosen[keyOf(word)] ?? valueFor(word);
  const changed = one.words.filter((word) => choiceOf(word) !== valueFor(word));
  const save = () => {
    apply({ meanings: changed.map((word) => ({ ...plain(word), meaning: meaningFor(choiceOf(word)) })) });
    setChosen({});
  };
  const choose = (word: ImportWord, value: string) => setChosen({ ...chosen, [keyOf(word)]: value });
  return (
    <Panel title={t('words.title')} flush>
      <p className={classes.note}>{t('words.hint')}</p>
      <DataTable columns={columnsFor(locale, choiceOf, choose)} rows={one.words} keyOf={keyOf} />
      <div className={classes.note}>
        <Buttons place="end">
          <Button variant="default" disabled={changed.length === 0} loading={isPending} onClick={save}>
            {t('words.apply')}
          </Button>
        </Buttons>
      </div>
    </Panel>
  );
}

const plain = ({ field, word }: ImportWord) => ({ field, word });

function valueFor({ meaning }: ImportWord): string {
  return meaning === null ? unchosen : meaning || leftEmpty;
}

function meaningFor(value: string): string | null {
  if (value === unchosen) return null;
  return value === leftEmpty ? '' : value;
}

function columnsFor(
  locale: string,
  choiceOf: (word: ImportWord) => string,
  onChoose: (word: ImportWord, value: string) => void,
): readonly Column<ImportWord>[] {
  return [
    { title: t('words.word'), names: true, show: ({ word }) => <bdi>{word}</bdi> },
    { title: t('words.column'), show: ({ field }) => fieldLabels[field] },
    {
      title: t('words.rows'),
      show: ({ rows }) => <span className="ll-numbers">{formatNumber(rows, locale)}</span>,
    },
    {
      title: t('words.meaning'),
      show: (word) => (
        <NativeSelect
          className={classes.choice}
          aria-label={t('words.meaningOf', { word: word.word })}
          data={[
            { value: unchosen, label: t('words.choose') },
            { value: leftEmpty, label: t('words.empty') },
            ...(importChoices(word.field) ?? []).map((value) => ({
              value,
              label: wordMeaning(word.field, value, locale),
            })),
          ]}
          value={choiceOf(word)}
          onChange={(event) => onChoose(word, event.currentTarget.value)}
        />
      ),
    },
  ];
}
