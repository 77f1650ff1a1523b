import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mostSkillCharacters, mostValues } from '../../../../contract/profiles/lists.ts';
import { formatNumber } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { vocabulariesQuery } from '../../vocabularies/index.ts';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import { wordCount } from './word-count.ts';

const mostSuggestions = 8;

/** Skills in the partner's own words; what the vocabularies have is suggested first. */
export function SkillsField() {
  const { locale } = useLocale();
  const { value, error, change, cursor } = useField('skills');
  const vocabularies = useQuery(vocabulariesQuery).data?.items ?? [];
  const suggestions = vocabularies
    .filter(({ name }) => ['products', 'services', 'solutions', 'industries'].includes(name))
    .flatMap(({ values }) => values.filter(({ state }) => state === 'offered').map(({ label }) => label));
  return (
    <FieldFrame at="skills">
      <TagsInput
        label={fieldWords.skills}
        description={
          <>
            {t('expertise.skillsHint', { most: formatNumber(mostSkillCharacters, locale) })}
            <br />
            {wordCount(value.length, mostValues.skills, locale)}
          </>
        }
        data={[...new Set(suggestions)]}
        limit={mostSuggestions}
        withScrollArea={false}
        maxTags={mostValues.skills}
        value={value}
        error={error}
        onChange={change}
        {...cursor}
      />
    </FieldFrame>
  );
}
