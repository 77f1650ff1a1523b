import { Textarea } from '@mantine/core';
import { mostDescriptionCharacters } from '../../../../contract/profiles/lists.ts';
import { formatNumber } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import classes from './steps.module.css';

/** As long as a draft may be: what is too long to be published is not lost. */
const mostDraftCharacters = 20_000;

/** What the partner does for customers, with how much room is left. */
export function DescriptionField() {
  const { locale } = useLocale();
  const { value, error, change, cursor } = useField('description');
  const count = [...value.trim()].length;
  const numbers = {
    shown: formatNumber(count, locale),
    most: formatNumber(mostDescriptionCharacters, locale),
  };
  return (
    <FieldFrame at="description">
      <Textarea
        label={fieldWords.description}
        description={t('partner.descriptionHint')}
        autosize
        minRows={7}
        maxRows={20}
        maxLength={mostDraftCharacters}
        value={value}
        error={error}
        onChange={(event) => change(event.currentTarget.value)}
        {...cursor}
      />
      <p className={classes.counter} data-over={count > mostDescriptionCharacters || undefined}>
        {t('partner.characters', numbers)}
      </p>
    </FieldFrame>
  );
}
