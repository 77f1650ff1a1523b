import { ownNameOf } from '../../../../contract/languages/languages.ts';
import { languages } from '../../../../contract/languages/lists.ts';
import type { Place } from '../../../engines/gazetteer/index.ts';
import {
  countriesIn,
  countryName,
  initialsOf,
  Layout,
  languageName,
  logoPath,
  type PageLanguage,
  profilePath,
} from '../../partners/index.ts';
import type { Card, SearchView } from '../finding/directory.service.ts';
import { cardsPerPage, distances, mostPages, sortOrders } from '../search/directory-page.ts';
import { FilterPanel } from './filter-panel.tsx';
import { type SearchPlace, searchPath, without } from './search-address.ts';
import { type DirectoryTexts, directoryTexts } from './texts/catalogue.ts';

interface SearchPageProps {
  readonly view: SearchView;
  readonly language: PageLanguage;
  readonly lang: string | null;
  readonly publicUrl: string;
}

/** What every part of the page needs. */
export interface PartProps {
  readonly view: SearchView;
  readonly place: SearchPlace;
  readonly language: PageLanguage;
  readonly t: DirectoryTexts;
}

/** The public search for partners (DI-2): complete without a script. */
export function SearchPageView({ view, language, lang, publicUrl }: SearchPageProps) {
  const t = directoryTexts[language];
  const place: SearchPlace = { query: view.query, nearWords: view.nearWords, lang };
  const part = { view, place, language, t };
  const path = searchPath({ ...place, lang: null });
  const what = [view.query.words, view.near?.name].filter((one) => one != null).join(', ');
  return (
    <Layout
      title={what === '' ? t('title') : t('titleFor', { what })}
      // Search engines list the directory and its pages, not every search of it.
      listed={path === '/partners' ? { address: publicUrl + path, description: t('description') } : undefined}
      language={language}
    >
      <div className="search-head">
        <h1>{t('title')}</h1>
        <p className="place">{t('introduction')}</p>
        <SearchForm {...part} />
      </div>
      <Notices {...part} />
      <Candidates {...part} />
      <div className="found">
        <FilterPanel {...part} />
        <Results {...part} />
      </div>
      <Languages {...part} />
    </Layout>
  );
}

function SearchForm({ view: { query, nearWords }, place, language, t }: PartProps) {
  const { industry, product, service, solution } = query;
  return (
    <search>
      <form method="get" action="/partners" className="search-form">
        <div className="field">
          <label htmlFor="q">{t('words')}</label>
          <input
            id="q"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={query.words ?? ''}
            placeholder={t('wordsHint')}
          />
        </div>
        <div className="field">
          <label htmlFor="near">{t('near')}</label>
          <input
            id="near"
            name="near"
            type="text"
            maxLength={100}
            defaultValue={nearWords ?? ''}
            placeholder={t('nearHint')}
            autoComplete="address-level2"
          />
        </div>
        <div className="field narrow">
          <label htmlFor="within">{t('within')}</label>
          <select id="within" name="within" defaultValue={query.withinKm}>
            {distances.map((km) => (
              <option key={km} value={km}>
                {t('kilometers', { km })}
              </option>
            ))}
          </select>
        </div>
        <div className="field narrow">
          <label htmlFor="country">{t('country')}</label>
          <select id="country" name="country" defaultValue={query.country ?? ''}>
            <option value="">{t('anyCountry')}</option>
            {countriesIn(language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {Object.entries({ industry, product, service, solution }).flatMap(([name, values]) =>
          values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        {(['size', 'language', 'budget'] as const).map((name) =>
          query[name] === null ? null : <input key={name} type="hidden" name={name} value={query[name]} />,
        )}
        {place.lang === null ? null : <input type="hidden" name="lang" value={place.lang} />}
        <button className="button" type="submit">
          {t('search')}
        </button>
      </form>
    </search>
  );
}

function Notices({ view: { notices }, t }: PartProps) {
  if (notices.length === 0) return null;
  const words = notices.map(({ kind, value = '' }) =>
    kind === 'unknown' || kind === 'too-short' ? t(`notice.${kind}`, { value }) : t(`notice.${kind}`),
  );
  return (
    <div className="notices" role="status">
      <ul>
        {[...new Set(words)].map((notice) => (
          <li key={notice} dir="auto">
            {notice}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Places that may be meant, each as a link; without a script, this is how a place is chosen. */
function Candidates({ view, place, language, t }: PartProps) {
  const { nearWords, near, candidates } = view;
  if (nearWords === null || near !== null) return null;
  if (candidates.length === 0) return <p className="notices">{t('candidates.none', { place: nearWords })}</p>;
  return (
    <section className="card candidates" aria-labelledby="candidates">
      <h2 id="candidates">{t('candidates.title')}</h2>
      <ul>
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <a href={searchPath(place, { nearWords: writtenPlace(candidate) })}>
              {nameOfPlace(candidate, language, t)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How a place is named so that nothing else is meant. */
const writtenPlace = ({ name, region, country }: Place) =>
  [name, region, country].filter((part) => part !== null).join(', ');

function nameOfPlace(
  { name: city, region, country: code }: Place,
  language: PageLanguage,
  t: DirectoryTexts,
) {
  const country = countryName(code, language);
  return region === null
    ? t('candidates.placeWithoutRegion', { city, country })
    : t('candidates.place', { city, region, country });
}

function Results(props: PartProps) {
  const { view, place, t } = props;
  const { result, cards, query } = view;
  return (
    <section className="results" aria-labelledby="results">
      <div className="results-head">
        <h2 id="results">{t('count', { count: result.total })}</h2>
        {result.total > 1 ? (
          <p className="sorts">
            <span>{t('sort')}:</span>{' '}
            {sortOrders
              .filter((order) => order !== 'distance' || view.near !== null)
              .map((order) =>
                order === query.sort ? (
                  <strong key={order}>{t(`sorts.${order}`)}</strong>
                ) : (
                  <a key={order} href={searchPath(place, { sort: order })}>
                    {t(`sorts.${order}`)}
                  </a>
                ),
              )}
          </p>
        ) : null}
      </div>
      {result.total === 0 ? <Nothing {...props} /> : null}
      <ol className="cards" start={(result.page - 1) * cardsPerPage + 1}>
        {cards.map((card) => (
          <li key={card.id}>
            <CardView card={card} {...props} />
          </li>
        ))}
      </ol>
      <Pages {...props} />
    </section>
  );
}

function CardView({ card, language, t }: PartProps & { readonly card: Card }) {
  const country = countryName(card.country, language);
  const where = [
    card.city === '' || card.city === country ? country : `${card.city}, ${country}`,
    ...(card.distance === null ? [] : [t('distance', { km: Math.round(card.distance) })]),
  ];
  return (
    <article className="card partner-card">
      {card.logoId === null ? (
        <span className="logo initials" aria-hidden="true">
          {initialsOf(card.name)}
        </span>
      ) : (
        <span className="logo">
          <img src={logoPath(card.logoId, 216)} alt="" width={64} height={64} loading="lazy" />
        </span>
      )}
      <div className="partner-words">
        <h3 dir="auto">
          <a href={profilePath(card)}>{card.name}</a>
          {card.isOnTrial ? <span className="mark">{t('isNew')}</span> : null}
        </h3>
        <p className="quiet">{where.join(' · ')}</p>
        <p dir="auto">{card.beginning}</p>
        {card.tags.length > 0 ? (
          <ul className="tags plain">
            {card.tags.map((tag) => (
              <li key={tag} dir="auto">
                {tag}
              </li>
            ))}
          </ul>
        ) : null}
        {card.languages.length > 0 ? (
          <p className="quiet">
            {t('languages', {
              languages: card.languages.map((tag) => languageName(tag, language)).join(', '),
            })}
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** What to drop for how many results (DI-2). */
function Nothing({ view, place, t }: PartProps) {
  const { helpful } = view.result;
  const isEmpty = searchPath({ ...place, lang: null }) === '/partners';
  if (isEmpty) return <p className="card">{t('empty.nothing')}</p>;
  return (
    <div className="card">
      {helpful.length > 0 ? (
        <>
          <p>{t('empty.help')}</p>
          <ul>
            {helpful.map(({ filter, total }) => (
              <li key={filter}>
                <a href={searchPath(place, without(filter))}>
                  {t('empty.without', {
                    filter:
                      filter === 'words'
                        ? t('filter.words', { words: view.query.words ?? '' })
                        : t(`filter.${filter}`),
                    count: total,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={place.lang === null ? '/partners' : `/partners?lang=${place.lang}`}>{t('empty.clear')}</a>
      </p>
    </div>
  );
}

function Pages({ view: { result }, place, t }: PartProps) {
  const last = Math.min(mostPages, Math.ceil(result.total / cardsPerPage));
  if (last < 2) return null;
  const { page } = result;
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((one) => one >= 1 && one <= last);
  return (
    <nav className="pages" aria-label={t('pages')}>
      {page > 1 ? (
        <a href={searchPath(place, { page: page - 1 })} rel="prev">
          {t('previous')}
        </a>
      ) : null}
      {shown.map((one) =>
        one === page ? (
          <strong key={one} aria-current="page">
            {one}
          </strong>
        ) : (
          <a key={one} href={searchPath(place, { page: one })} aria-label={t('page', { page: one })}>
            {one}
          </a>
        ),
      )}
      {page < last ? (
        <a href={searchPath(place, { page: page + 1 })} rel="next">
          {t('next')}
        </a>
      ) : null}
    </nav>
  );
}

/** The same page in the other languages. */
function Languages({ place, language, t }: PartProps) {
  return (
    <nav className="quiet other-languages" aria-label={t('language')}>
      {languages.map((one) =>
        one === language ? (
          <strong key={one}>{ownNameOf(one)}</strong>
        ) : (
          <a
            key={one}
            href={searchPath({ ...place, lang: one }, { page: place.query.page })}
            lang={one}
            hrefLang={one}
          >
            {ownNameOf(one)}
          </a>
        ),
      )}
    </nav>
  );
}
