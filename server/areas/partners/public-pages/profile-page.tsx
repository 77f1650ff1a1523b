import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { countryName } from './countries.ts';
import { describe, Layout, Prose } from './layout.tsx';
import { profilePath } from './paths.ts';
import type { ProfilePage } from './public-leads.rules.ts';
import { type FormWords, formWordsOf } from './texts/form-words.ts';
import { safeWebsite } from './website.ts';

interface ProfilePageProps {
  readonly page: ProfilePage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of one location of a business profile (BP-3); its contact person is never shown. */
export function ProfilePageView({ page, publicUrl, state }: ProfilePageProps) {
  const { partnerName } = page;
  const words = formWordsOf(page.language);
  const place = placeOf(page);
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + profilePath(page.slug),
    description: describe(page.description, `${partnerName}, ${place}: get in touch.`),
  };
  return (
    <Layout
      title={`${wrong ? words.errorTitle : ''}${partnerName} – ${place}`}
      listed={wrong ? undefined : listed}
      partner={partnerName}
      language={page.language}
    >
      <div className="columns">
        <div className="about">
          <h1 dir="auto">{partnerName}</h1>
          <p className="place">{place}</p>
          <Prose text={page.description} />
          <Website written={page.website} words={words} />
          <a className="button jump" href="#contact-form">
            {words.submit.ContactMe}
          </a>
        </div>
        <ContactFormCard
          partner={partnerName}
          language={page.language}
          heading={words.heading.ContactMe(partnerName)}
          introduction={words.introduction.ContactMe(<bdi>{partnerName}</bdi>)}
          action={profilePath(page.slug)}
          submitLabel={words.submit.ContactMe}
          asksDirectContact
          state={state}
        />
      </div>
    </Layout>
  );
}

/** City and country; once when they are one, like Singapore. */
function placeOf({ city, country, language }: ProfilePage): string {
  const name = countryName(country, language);
  return city && city !== name ? `${city}, ${name}` : name;
}

function Website({ written, words }: { written: string | null; words: FormWords }) {
  const website = safeWebsite(written);
  return website ? (
    <p>
      {words.website}{' '}
      <a href={website.href} rel="nofollow noopener">
        {website.host}
      </a>
    </p>
  ) : null;
}
