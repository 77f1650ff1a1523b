import { Button } from '@mantine/core';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { List, ListRow } from '../../ui/content/index.ts';
import { t } from './catalogue.ts';
import { useVocabulary } from './use-vocabulary.ts';
import classes from './vocabularies.module.css';
import { labelOf } from './vocabularies-data.ts';

/** What is retired, and through what it is found. Nothing where there is none. */
export function RetiredValues({ vocabulary }: { vocabulary: Vocabulary }) {
  const { bringBack, retire, now } = useVocabulary();
  const retired = vocabulary.values.filter(({ state }) => state === 'retired');
  if (retired.length === 0) return null;
  const back = (value: VocabularyValue) =>
    now(
      t('told.isBack', { label: value.label }),
      () => bringBack(vocabulary, value, vocabulary.revision),
      (revision) => retire(vocabulary, value, value.replacedBy, revision),
    );
  return (
    <section aria-labelledby="retired-values">
      <div className={classes.retired}>
        <h3 id="retired-values" className="ll-subtitle">
          {t('retired')}
        </h3>
        <p className="ll-note">{t('retiredHint')}</p>
      </div>
      <List>
        {retired.map((value) => (
          <ListRow
            key={value.code}
            title={value.label}
            details={
              <span>
                {value.replacedBy === null
                  ? t('foundNowhere')
                  : t('foundThrough', { label: labelOf(vocabulary, value.replacedBy) })}
              </span>
            }
            actions={
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('bringBackNamed', { label: value.label })}
                onClick={() => void back(value)}
              >
                {t('bringBack')}
              </Button>
            }
          />
        ))}
      </List>
    </section>
  );
}
