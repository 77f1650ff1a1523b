import { nothingChosen, searchPath, toggled } from './search-address.ts';
import type { PartProps } from './search-page.tsx';
import { directoryTexts } from './texts/catalogue.ts';

/** More values of one filter than anybody reads; those with the most results come first. */
const mostValues = 30;

/** The filters with counts: each value is a link that chooses it, or no longer does. */
export function FilterPanel({ view, place, language }: PartProps) {
  const t = directoryTexts[language];
  const shown = view.facets.filter(({ choices }) => choices.length > 0);
  if (shown.length === 0) return null;
  const chosen = shown.flatMap(({ name, choices }) =>
    choices.filter(({ isChosen }) => isChosen).map((choice) => ({ name, ...choice })),
  );
  return (
    <nav className="filters" aria-label={t('filters')}>
      {chosen.length > 0 ? (
        <ul className="chips" aria-label={t('chosen')}>
          {chosen.map(({ name, value, label }) => (
            <li key={`${name} ${value}`}>
              <a href={searchPath(place, toggled(view.query, name, value))} aria-label={t('drop', { label })}>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          <li>
            <a href={searchPath(place, nothingChosen)}>{t('clear')}</a>
          </li>
        </ul>
      ) : null}
      {shown.map(({ name, choices }) => (
        <details key={name} open={name === 'country' || choices.some(({ isChosen }) => isChosen)}>
          <summary>{t(`facet.${name}`)}</summary>
          <ul>
            {choices.slice(0, mostValues).map(({ value, label, count, isChosen }) => (
              <li key={value}>
                <a
                  href={searchPath(place, toggled(view.query, name, value))}
                  aria-current={isChosen ? 'true' : undefined}
                >
                  <span dir="auto">{label}</span> <span className="quiet">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
