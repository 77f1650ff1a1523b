import { useId } from 'react';
import { cutText } from '../../../../contract/cut.ts';
import { cardCharacters } from '../../../../contract/profiles/lists.ts';
import { formatCountry } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { useCodeLabels, useEditing } from '../editing/use-editing.ts';
import { LogoPicture } from '../logo/logo-picture.tsx';
import classes from './steps.module.css';

/** As many tags as the directory shows on a card. */
const mostCardTags = 5;

/** The card of the directory, as it looks with what is typed now. */
export function CardPreview() {
  const { profile, draft, locations } = useEditing();
  const { locale } = useLocale();
  const labelOf = useCodeLabels();
  const titleId = useId();
  const { industries, products, services, solutions } = draft;
  const tags = Object.entries({ industries, products, services, solutions }).flatMap(([name, codes]) =>
    codes.map((code) => labelOf(name, code)),
  );
  const city = locations.find((one) => one.city.trim() !== '')?.city;
  const place = [city, formatCountry(profile.country, locale)].filter(Boolean).join(', ');
  const beginning = cutText(draft.description.trim().replace(/\s+/g, ' '), cardCharacters);
  return (
    <figure className={classes.preview} aria-labelledby={titleId}>
      <figcaption className="ll-small" id={titleId}>
        {t('partner.preview')}
      </figcaption>
      <div className={classes.previewCard}>
        <LogoPicture size="card" />
        <div className={classes.previewText}>
          <p className={classes.previewName}>
            <bdi>{profile.companyName}</bdi>
          </p>
          <p className="ll-small">{place}</p>
          <p className={classes.previewDescription}>{beginning || t('partner.previewEmpty')}</p>
          {tags.length > 0 && (
            <ul className={`ll-list ${classes.tags}`}>
              {tags.slice(0, mostCardTags).map((tag) => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </figure>
  );
}
