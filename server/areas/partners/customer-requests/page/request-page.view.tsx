import type { ReactNode } from 'react';
import { languages } from '../../../../../contract/languages/lists.ts';
import { Layout, Prose } from '../../public-pages/layout.tsx';
import { profilePath } from '../../public-pages/paths.ts';
import { marks } from '../../public-pages/texts/marks.tsx';
import type { RequestLanguage } from '../customer-requests.rules.ts';
import type { AskedPartner, ForwardRefusal, RequestView } from '../request-page.service.ts';
import type { Suggestion, SuggestionReason } from '../suggest-partners.rules.ts';
import { type RequestPlace, requestPath } from './request-paths.ts';
import { type RequestTexts, requestTexts } from './texts/catalogue.ts';

/** Why a form changed nothing. */
export type Refusal = ForwardRefusal | 'outdated';

export interface RequestPageProps {
  readonly view: RequestView;
  readonly language: RequestLanguage;
  readonly place: RequestPlace;
  /** The signatures of the forms that send the request on, by the id of the target page. */
  readonly seals: ReadonlyMap<string, string>;
  /** Why the submitted form changed nothing. */
  readonly refusal?: Refusal;
}

/** The page of a customer's request: their own words, its state, and what they can do now. */
export function RequestPageView({ view, language, place, seals, refusal }: RequestPageProps) {
  const t = requestTexts[language];
  const partner = view.partners[0]?.name ?? '';
  return (
    <Layout title={t('title')} language={language}>
      <div className="stack">
        <h1>{t('title')}</h1>
        <Refused refusal={refusal} t={t} />
        <p>
          {view.offerTitle
            ? t.rich('sentToAbout', { partner, offer: view.offerTitle, ...marks })
            : t.rich('sentTo', { partner, ...marks })}
        </p>
        <section className="card" aria-labelledby="asked">
          <h2 id="asked">{t('asked')}</h2>
          {view.message ? <Prose text={view.message} /> : <p className="quiet">{t('noMessage')}</p>}
        </section>
        <Outcome view={view} language={language} t={t} />
        {view.withdrawnAt === null ? (
          <>
            <Suggestions {...{ view, language, place, seals, t }} />
            <section className="card" aria-labelledby="withdraw">
              <h2 id="withdraw">{t('withdrawOffer')}</h2>
              <p>
                <a href={requestPath(place, 'withdraw')}>{t('withdraw')}</a>
              </p>
            </section>
          </>
        ) : null}
        <p className="quiet">{t('validUntil', { day: dayOf(view.expiresAt, language) })}</p>
        <OtherLanguages place={place} language={language} />
      </div>
    </Layout>
  );
}

/** Takes the focus: without scripts, nothing else would tell people that the form changed nothing. */
function Refused({ refusal, t }: { refusal: Refusal | undefined; t: RequestTexts }) {
  if (refusal === undefined) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was asked for by sending the form, and this is its answer.
    <div className="summary" role="alert" tabIndex={-1} autoFocus>
      <p>{t(`refusal.${refusal}`)}</p>
    </div>
  );
}

function Outcome({ view, language, t }: OutcomeProps) {
  const current = view.partners.find(({ standing }) => standing === 'waiting' || standing === 'accepted');
  const outcome = wordOutcome(view, current, language, t);
  return (
    <section className="card" aria-labelledby="became">
      <h2 id="became">{t('became')}</h2>
      <ol className="partners">
        {view.partners.map((partner) => (
          <li key={`${partner.name} ${partner.sentAt.getTime()}`}>
            <Name of={partner.name} />
            <strong>{t(`standing.${partner.standing}`)}</strong>
            <span className="quiet">{t('sentOn', { day: dayOf(partner.sentAt, language) })}</span>
          </li>
        ))}
      </ol>
      {outcome === null ? null : <p>{outcome}</p>}
    </section>
  );
}

interface OutcomeProps {
  readonly view: RequestView;
  readonly language: RequestLanguage;
  readonly t: RequestTexts;
}

function wordOutcome(
  { withdrawnAt }: RequestView,
  current: AskedPartner | undefined,
  language: RequestLanguage,
  t: RequestTexts,
): ReactNode {
  const named = { partner: current?.name ?? '', ...marks };
  if (withdrawnAt === null) {
    const standing = current?.standing;
    return standing === 'waiting' || standing === 'accepted'
      ? t.rich(`withPartner.${standing}`, named)
      : null;
  }
  return (
    <>
      {t('withdrawn', { day: dayOf(withdrawnAt, language) })}{' '}
      {current ? t.rich('withdrawnAccepted', named) : null}
    </>
  );
}

interface SuggestionsProps extends OutcomeProps {
  readonly place: RequestPlace;
  readonly seals: ReadonlyMap<string, string>;
}

/** Empty while a partner has the request: only one partner at a time has it. */
function Suggestions({ view, language, place, seals, t }: SuggestionsProps) {
  if (view.partners.some(({ standing }) => standing === 'waiting' || standing === 'accepted')) return null;
  return (
    <section className="others" aria-labelledby="others">
      <h2 id="others">{t('others')}</h2>
      {view.suggestions.length === 0 ? (
        <p>{t('noOthers')}</p>
      ) : (
        <>
          <p>
            {t('chooseOne')} {t('consent')}
          </p>
          {view.suggestions.map((suggestion) => (
            <SuggestedPartner
              key={suggestion.candidate.pageId}
              {...{ suggestion, language, place, t }}
              seal={seals.get(suggestion.candidate.pageId) ?? ''}
            />
          ))}
        </>
      )}
    </section>
  );
}

interface SuggestedPartnerProps {
  readonly suggestion: Suggestion;
  readonly language: RequestLanguage;
  readonly place: RequestPlace;
  readonly t: RequestTexts;
  readonly seal: string;
}

function SuggestedPartner({ suggestion, language, place, t, seal }: SuggestedPartnerProps) {
  const { pageId, name, slug, city, locationCountry } = suggestion.candidate;
  const heading = `partner-${pageId}`;
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>
        <Name of={name} />
      </h3>
      <p className="quiet">{placeOf(city, countryName(locationCountry, language))}</p>
      <ul className="reasons">
        {suggestion.reasons.map((reason) => (
          <li key={reason.kind} dir="auto">
            {wordReason(reason, language)}
          </li>
        ))}
      </ul>
      <p>
        <a href={profilePath({ country: locationCountry, slug })}>{t('profile')}</a>
      </p>
      <form method="post" action={requestPath(place, 'forward')}>
        <input type="hidden" name="pageId" value={pageId} />
        <input type="hidden" name="formToken" value={seal} />
        <button className="button" type="submit">
          <span>{t.rich('send', { partner: name, ...marks })}</span>
        </button>
      </form>
    </article>
  );
}

function wordReason(reason: SuggestionReason, language: RequestLanguage): string {
  const t = requestTexts[language];
  switch (reason.kind) {
    case 'country':
      return t('reason.country', { country: countryName(reason.country, language) });
    case 'tags':
      return t('reason.tags', {
        tags: new Intl.ListFormat(language, { type: 'conjunction' }).format(reason.tags),
      });
    case 'answers':
      return t('reason.answers', { ofTen: `${reason.ofTen}` });
  }
}

export interface WithdrawPageProps {
  readonly view: RequestView;
  readonly language: RequestLanguage;
  readonly place: RequestPlace;
  readonly seal: string;
}

/** Asks for confirmation, because a withdrawal is final. */
export function WithdrawPageView({ view, language, place, seal }: WithdrawPageProps) {
  const t = requestTexts[language];
  const waiting = view.partners.find(({ standing }) => standing === 'waiting');
  const accepted = view.partners.find(({ standing }) => standing === 'accepted');
  return (
    <Layout title={t('withdrawQuestion')} language={language}>
      <div className="card notice">
        <h1>{t('withdrawQuestion')}</h1>
        {waiting ? <p>{t.rich('withdrawWaiting', { partner: waiting.name, ...marks })}</p> : null}
        {accepted ? <p>{t.rich('withdrawAccepted', { partner: accepted.name, ...marks })}</p> : null}
        <p>{t('withdrawFinal')}</p>
        <form method="post" action={requestPath(place, 'withdraw')}>
          <input type="hidden" name="formToken" value={seal} />
          <button className="button" type="submit">
            {t('withdrawYes')}
          </button>
        </form>
        <p>
          <a href={requestPath(place)}>{t('withdrawNo')}</a>
        </p>
      </div>
    </Layout>
  );
}

/** A name from outside, isolated from the direction of the text around it. */
function Name({ of: name }: { of: string }) {
  return <bdi>{name}</bdi>;
}

function OtherLanguages({ place, language }: { place: RequestPlace; language: RequestLanguage }) {
  const others = languages.filter((one) => one !== language);
  return (
    <p className="quiet">
      {others.map((other) => (
        <a key={other} href={requestPath({ ...place, language: other })} lang={other} hrefLang={other}>
          {requestTexts[other]('thisPage')}
        </a>
      ))}
    </p>
  );
}

/** City and country; only one of them when they are the same, as in Singapore. */
function placeOf(city: string | null, country: string): string {
  return city && city !== country ? `${city}, ${country}` : country;
}

function countryName(code: string, language: RequestLanguage): string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** Where people who read the language mostly are. */
const timeZones: Readonly<Partial<Record<RequestLanguage, string>>> = { de: 'Europe/Berlin' };

function dayOf(at: Date, language: RequestLanguage): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: timeZones[language] ?? 'UTC',
  }).format(at);
}
