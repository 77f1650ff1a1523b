import type { ReactNode } from 'react';
import { currencies, type Money } from '../../../../contract/money.ts';
import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { countryName, languageName } from './countries.ts';
import { describe, Layout, Prose } from './layout.tsx';
import { logoPath, profilePath } from './paths.ts';
import type { ProfilePage } from './public-leads.rules.ts';
import { StructuredData } from './structured-data.tsx';
import { type FormTexts, formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';
import type { PageLanguage } from './texts/page-language.rules.ts';
import { safeWebsite } from './website.ts';

interface ProfilePageProps {
  readonly page: ProfilePage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of one location of a business profile (DI-4); never shows its contact person. */
export function ProfilePageView({ page, publicUrl, state }: ProfilePageProps) {
  const { partnerName, language } = page;
  const t = formTexts[language];
  const place = placeOf(page);
  const name = `${partnerName} – ${place}`;
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const address = publicUrl + profilePath(page);
  const description = describe(page.description, t('description.profile', { partner: partnerName, place }));
  return (
    <Layout
      title={wrong ? t('errorTitle', { title: name }) : name}
      listed={wrong || page.awayUntil !== null ? undefined : { address, description }}
      partner={partnerName}
      language={language}
    >
      <p className="back">
        <a href="/partners">{t('profile.directory')}</a>
      </p>
      <div className="columns">
        <div className="about">
          <div className="who">
            <Logo page={page} />
            <div>
              <h1 dir="auto">{partnerName}</h1>
              <p className="place">{place}</p>
            </div>
          </div>
          <Prose text={page.description} />
          <Facts page={page} t={t} />
          <Links page={page} t={t} />
          {page.awayUntil === null ? (
            <a className="button jump" href="#contact-form">
              {t('submit.ContactMe')}
            </a>
          ) : null}
        </div>
        {page.awayUntil === null ? (
          <ContactFormCard
            partner={partnerName}
            language={language}
            heading={t('heading.ContactMe', { about: partnerName })}
            introduction={t.rich('introduction.ContactMe', { partner: partnerName, ...marks })}
            action={profilePath(page)}
            submitLabel={t('submit.ContactMe')}
            asksDirectContact
            state={state}
          />
        ) : (
          <p className="card" role="note">
            {t('profile.away', { day: dayIn(page.awayUntil, language) })}
          </p>
        )}
      </div>
      {wrong ? null : <StructuredData data={dataOf(page, address, description, publicUrl)} />}
    </Layout>
  );
}

/** City and country; only one of them when they are the same, as in Singapore. */
function placeOf({ city, country, language }: ProfilePage): string {
  const name = countryName(country, language);
  return city && city !== name ? `${city}, ${name}` : name;
}

/** The logo, or the first letters of the partner’s name. */
function Logo({ page: { logoId, partnerName } }: { page: ProfilePage }) {
  return logoId === null ? (
    <span className="logo initials" aria-hidden="true">
      {initialsOf(partnerName)}
    </span>
  ) : (
    <span className="logo">
      <img src={logoPath(logoId, 216)} alt="" width={96} height={96} decoding="async" />
    </span>
  );
}

/** The first letters of the first two words of a name. */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

function Facts({ page, t }: { page: ProfilePage; t: FormTexts }) {
  const { language, tags, skills, sizes, budgetFrom, languages } = page;
  const budget = budgetFrom && t('profile.budgetFrom', { amount: moneyIn(budgetFrom, language) });
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      tags.length > 0 ? t('profile.expertise') : '',
      <Tags
        key="expertise"
        tags={tags.map(({ filter, code, label }) => ({ label, search: { [filter]: code } }))}
      />,
    ],
    [
      skills.length > 0 ? t('profile.skills') : '',
      <Tags key="skills" tags={skills.map((skill) => ({ label: skill, search: { q: skill } }))} />,
    ],
    [t('profile.sizes'), sizes.join(' · ')],
    [t('profile.budget'), budget],
    [t('profile.languages'), languages.map((tag) => languageName(tag, language)).join(', ')],
    [t('profile.address'), <Address key="address" page={page} />],
  ];
  const said = facts.filter(([label, value]) => label !== '' && value !== '' && value !== null);
  return (
    <dl className="facts">
      {said.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TagsProps {
  readonly tags: readonly { readonly label: string; readonly search: Readonly<Record<string, string>> }[];
}

/** Words that each lead to a search for them. */
function Tags({ tags }: TagsProps) {
  return (
    <ul className="tags">
      {tags.map(({ label, search }) => (
        <li key={label}>
          <a href={`/partners?${new URLSearchParams(search)}`} dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Address({ page: { address, country, language } }: { page: ProfilePage }) {
  const { street, postalCode, city, state, phone } = address;
  const lines = [
    ...street.split('\n'),
    [postalCode, city].filter(Boolean).join(' '),
    state,
    countryName(country, language),
    phone,
  ].filter((line) => line.trim() !== '');
  return (
    <address dir="auto">
      {lines.map((line) => (
        <span key={line}>
          {line}
          <br />
        </span>
      ))}
    </address>
  );
}

function Links({ page, t }: { page: ProfilePage; t: FormTexts }) {
  const { offers, otherPages, language } = page;
  const outside = [
    [t('profile.website'), page.website],
    [t('profile.linkedIn'), page.linkedIn],
  ] as const;
  const safe = outside.flatMap(([label, url]) => {
    const website = safeWebsite(url);
    return website ? [{ label, ...website }] : [];
  });
  return (
    <>
      {safe.length > 0 ? (
        <ul className="inline">
          {safe.map(({ label, href, host }) => (
            <li key={label}>
              {label}:{' '}
              <a href={href} rel="nofollow noopener ugc">
                {host}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <LinkList
        id="offers"
        heading={t('profile.offers')}
        links={offers.map(({ name, title, storefront }) => ({
          label: title,
          href: `/offers/${(storefront ?? '-').toLowerCase()}/${name}`,
        }))}
      />
      <LinkList
        id="locations"
        heading={t('profile.otherPages')}
        links={otherPages.map((other) => ({
          label: [other.city || other.name, countryName(other.country, language)].join(', '),
          href: profilePath(other),
        }))}
      />
    </>
  );
}

interface LinkListProps {
  readonly id: string;
  readonly heading: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

function LinkList({ id, heading, links }: LinkListProps) {
  if (links.length === 0) return null;
  return (
    <section className="links" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An amount without cents, in a language. */
export function moneyIn({ amountMinor, currency }: Money, language: PageLanguage): string {
  const digits = currencies[currency] ?? 2;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  return format.format(amountMinor / 10 ** digits);
}

function dayIn(day: string, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** What search engines are told (schema.org). */
function dataOf(page: ProfilePage, url: string, description: string, publicUrl: string) {
  const { address, point, logoId } = page;
  const sameAs = [page.website, page.linkedIn].flatMap((link) => safeWebsite(link)?.href ?? []);
  return {
    '@type': 'LocalBusiness',
    name: page.partnerName,
    url,
    description,
    ...(logoId !== null && { image: publicUrl + logoPath(logoId, 216) }),
    ...(address.phone !== '' && { telephone: address.phone }),
    ...(sameAs.length > 0 && { sameAs }),
    address: {
      '@type': 'PostalAddress',
      streetAddress: address.street.replaceAll('\n', ', '),
      addressLocality: address.city,
      ...(address.state !== '' && { addressRegion: address.state }),
      ...(address.postalCode !== '' && { postalCode: address.postalCode }),
      addressCountry: page.country,
    },
    ...(point && { geo: { '@type': 'GeoCoordinates', ...point } }),
  };
}
