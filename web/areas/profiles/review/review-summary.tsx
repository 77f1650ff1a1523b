import type { LocationDraft } from '../../../../contract/profiles/profiles.ts';
import { FieldList, NoValue, useLocale } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { keyOfLocation, toLocationDraft } from '../editing/draft-fields.ts';
import { useCodeLabels, useEditing } from '../editing/use-editing.ts';
import classes from '../editor.module.css';
import { fieldWords, nameLocation, wordValue } from '../profile-words.ts';
import { CardPreview } from '../steps/card-preview.tsx';

const listedFields = [
  'description',
  'website',
  'linkedIn',
  'languages',
  'industries',
  'products',
  'services',
  'solutions',
  'skills',
  'customerSizes',
  'budgetFrom',
] as const;

/** The profile as customers will see it. */
export function ReviewSummary() {
  const { draft, locations } = useEditing();
  const { locale } = useLocale();
  const labelOf = useCodeLabels();
  const show = (field: (typeof listedFields)[number]) => {
    const value = draft[field];
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty && field === 'customerSizes') return t('review.allSizes');
    if (isEmpty) return <NoValue />;
    return <span className={classes.versionText}>{wordValue(field, value, locale, labelOf).join('\n')}</span>;
  };
  return (
    <section aria-label={t('review.summary')}>
      <h3 className="ll-subtitle">{t('review.summary')}</h3>
      <div className={classes.summary}>
        <CardPreview />
        <FieldList
          fields={[
            ...listedFields.map((field) => ({ label: fieldWords[field], value: show(field) })),
            ...locations.map((location) => ({
              label: t('review.location', { name: nameLocation(location) }),
              value: (
                <span className={classes.versionText}>
                  {wordValue(keyOfLocation(location.id), publicPart(location), locale, labelOf).join('\n')}
                </span>
              ),
            })),
          ]}
        />
      </div>
    </section>
  );
}

/** The contact of a location is never shown to customers. */
function publicPart(location: LocationDraft): LocationDraft {
  return { ...toLocationDraft(location), contact: { name: '', email: '', phone: '' } };
}
