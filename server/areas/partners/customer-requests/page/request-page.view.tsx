import type { ReactNode } from 'react';
import { Layout, Prose } from '../../public-pages/layout.tsx';
import { profilePath } from '../../public-pages/paths.ts';
import type { RequestLanguage } from '../customer-requests.rules.ts';
import type { AskedPartner, RequestView } from '../request-page.service.ts';
import type { Suggestion } from '../suggest-partners.rules.ts';
import { type RequestPlace, requestPath } from './request-paths.ts';
import { type Refusal, type RequestWords, requestWordsOf } from './texts/request-words.ts';

export interface RequestPageProps {
  readonly view: RequestView;
  readonly language: RequestLanguage;
  readonly place: RequestPlace;
  /** The signature of the form that sends the request on to a page, by the page's id. */
  readonly seals: ReadonlyMap<string, string>;
  /** Why the form that was sent did nothing. */
  readonly refusal?: Refusal;
}

/** The page of a customer's request: their own words, its state, and what they can do now. */
export function RequestPageView({ view, language, place, seals, refusal }: RequestPageProps) {
  const words = requestWordsOf(language);
  const [first] = view.partners;
  return (
    <Layout title={words.title} language={language}>
      <div className="stack">
        <h1>{words.title}</h1>
        <Refused refusal={refusal} words={words} />
        <p>
          {words.sentTo(<Name of={first?.name ?? ''} />, view.offerTitle && <Name of={view.offerTitle} />)}
        </p>
        <section className="card" aria-labelledby="asked">
          <h2 id="asked">{words.asked}</h2>
          {view.message ? <Prose text={view.message} /> : <p className="quiet">{words.noMessage}</p>}
        </section>
        <Outcome view={view} language={language} words={words} />
        {view.withdrawnAt === null ? (
          <>
            <Suggestions {...{ view, language, place, seals, words }} />
            <section className="card" aria-labelledby="withdraw">
              <h2 id="withdraw">{words.withdrawOffer}</h2>
              <p>
                <a href={requestPath(place, 'withdraw')}>{words.withdraw}</a>
              </p>
            </section>
          </>
        ) : null}
        <p className="quiet">{words.validUntil(dayOf(view.expiresAt, language))}</p>
        <OtherLanguage place={place} language={language} />
      </div>
    </Layout>
  );
}

/** Takes the focus: without scripts, nothing else could tell that the form did nothing. */
function Refused({ refusal, words }: { refusal: Refusal | undefined; words: RequestWords }) {
  if (refusal === undefined) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was asked for by sending the form, and this is its answer.
    <div className="summary" role="alert" tabIndex={-1} autoFocus>
      <p>{words.refusal[refusal]}</p>
    </div>
  );
}

function Outcome({ view, language, words }: OutcomeProps) {
  const current = view.partners.find(({ standing }) => standing === 'waiting' || standing === 'accepted');
  const outcome = wordOutcome(view, current, language, words);
  return (
    <section className="card" aria-labelledby="became">
      <h2 id="became">{words.became}</h2>
      <ol className="partners">
        {view.partners.map((partner) => (
          <li key={`${partner.name} ${partner.sentAt.getTime()}`}>
            <Name of={partner.name} />
            <strong>{words.standing[partner.standing]}</strong>
            <span className="quiet">{words.sentOn(dayOf(partner.sentAt, language))}</span>
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
  readonly words: RequestWords;
}

function wordOutcome(
  { withdrawnAt }: RequestView,
  current: AskedPartner | undefined,
  language: RequestLanguage,
  words: RequestWords,
): ReactNode {
  const name = <Name of={current?.name ?? ''} />;
  if (withdrawnAt === null) {
    const standing = current?.standing;
    return standing === 'waiting' || standing === 'accepted' ? words.withPartner[standing](name) : null;
  }
  return (
    <>
      {words.withdrawn(dayOf(withdrawnAt, language))} {current ? words.withdrawnAccepted(name) : null}
    </>
  );
}

interface SuggestionsProps extends OutcomeProps {
  readonly place: RequestPlace;
  readonly seals: ReadonlyMap<string, string>;
}

/** Nothing while a partner has the request: it is with one at a time. */
function Suggestions({ view, language, place, seals, words }: SuggestionsProps) {
  if (view.partners.some(({ standing }) => standing === 'waiting' || standing === 'accepted')) return null;
  return (
    <section className="others" aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      {view.suggestions.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        <>
          <p>
            {words.chooseOne} {words.consent}
          </p>
          {view.suggestions.map((suggestion) => (
            <SuggestedPartner
              key={suggestion.candidate.pageId}
              {...{ suggestion, language, place, words }}
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
  readonly words: RequestWords;
  readonly seal: string;
}

function SuggestedPartner({ suggestion, language, place, words, seal }: SuggestedPartnerProps) {
  const { pageId, name, slug, city, locationCountry } = suggestion.candidate;
  const country = (code: string) => countryName(code, language);
  const heading = `partner-${pageId}`;
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>
        <Name of={name} />
      </h3>
      <p className="quiet">{placeOf(city, country(locationCountry))}</p>
      <ul className="reasons">
        {suggestion.reasons.map((reason) => (
          <li key={reason.kind} dir="auto">
            {words.reason(reason, country)}
          </li>
        ))}
      </ul>
      <p>
        <a href={profilePath(slug)}>{words.profile}</a>
      </p>
      <form method="post" action={requestPath(place, 'forward')}>
        <input type="hidden" name="pageId" value={pageId} />
        <input type="hidden" name="formToken" value={seal} />
        <button className="button" type="submit">
          <span>{words.send(<Name of={name} />)}</span>
        </button>
      </form>
    </article>
  );
}

export interface WithdrawPageProps {
  readonly view: RequestView;
  readonly language: RequestLanguage;
  readonly place: RequestPlace;
  readonly seal: string;
}

/** Asks before the request is withdrawn, because that is for good. */
export function WithdrawPageView({ view, language, place, seal }: WithdrawPageProps) {
  const words = requestWordsOf(language);
  const waiting = view.partners.find(({ standing }) => standing === 'waiting');
  const accepted = view.partners.find(({ standing }) => standing === 'accepted');
  return (
    <Layout title={words.withdrawQuestion} language={language}>
      <div className="card notice">
        <h1>{words.withdrawQuestion}</h1>
        {waiting ? <p>{words.withdrawWaiting(<Name of={waiting.name} />)}</p> : null}
        {accepted ? <p>{words.withdrawAccepted(<Name of={accepted.name} />)}</p> : null}
        <p>{words.withdrawFinal}</p>
        <form method="post" action={requestPath(place, 'withdraw')}>
          <input type="hidden" name="formToken" value={seal} />
          <button className="button" type="submit">
            {words.withdrawYes}
          </button>
        </form>
        <p>
          <a href={requestPath(place)}>{words.withdrawNo}</a>
        </p>
      </div>
    </Layout>
  );
}

/** A name from outside, whatever the direction it is written in. */
function Name({ of: name }: { of: string }) {
  return <bdi>{name}</bdi>;
}

function OtherLanguage({ place, language }: { place: RequestPlace; language: RequestLanguage }) {
  const other = language === 'de' ? 'en' : 'de';
  return (
    <p className="quiet">
      <a href={requestPath({ ...place, language: other })} lang={other} hrefLang={other}>
        {requestWordsOf(language).otherLanguage}
      </a>
    </p>
  );
}

/** City and country; once when they are one, like Singapore. */
function placeOf(city: string | null, country: string): string {
  return city && city !== country ? `${city}, ${country}` : country;
}

function countryName(code: string, language: RequestLanguage): string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

const timeZones: Readonly<Record<RequestLanguage, string>> = { de: 'Europe/Berlin', en: 'UTC' };

function dayOf(at: Date, language: RequestLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: timeZones[language] }).format(at);
}
