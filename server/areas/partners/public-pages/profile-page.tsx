import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { countryName } from './countries.ts';
import { describe, Layout, Prose } from './layout.tsx';
import { profilePath } from './paths.ts';
import type { ProfilePage } from './public-leads.rules.ts';
import { type FormTexts, formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';
import { safeWebsite } from './website.ts';

interface ProfilePageProps {
  readonly page: ProfilePage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of one location of a business profile (BP-3); never shows its contact person. */
export function ProfilePageView({ page, publicUrl, state }: ProfilePageProps) {
  const { partnerName } = page;
  const t = formTexts[page.language];
  const place = placeOf(page);
  const name = `${partnerName} – ${place}`;
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + profilePath(page.slug),
    description: describe(page.description, t('description.profile', { partner: partnerName, place })),
  };
  return (
    <Layout
      title={wrong ? t('errorTitle', { title: name }) : name}
      listed={wrong ? undefined : listed}
      partner={partnerName}
      language={page.language}
    >
      <div className="columns">
        <div className="about">
          <h1 dir="auto">{partnerName}</h1>
          <p className="place">{place}</p>
          <Prose text={page.description} />
          <Website written={page.website} t={t} />
          <a className="button jump" href="#contact-form">
            {t('submit.ContactMe')}
          </a>
        </div>
        <ContactFormCard
          partner={partnerName}
          language={page.language}
          heading={t('heading.ContactMe', { about: partnerName })}
          introduction={t.rich('introduction.ContactMe', { partner: partnerName, ...marks })}
          action={profilePath(page.slug)}
          submitLabel={t('submit.ContactMe')}
          asksDirectContact
          state={state}
        />
      </div>
    </Layout>
  );
}

/** City and country; only one of them when they are the same, as in Singapore. */
function placeOf({ city, country, language }: ProfilePage): string {
  const name = countryName(country, language);
  return city && city !== name ? `${city}, ${name}` : name;
}

function Website({ written, t }: { written: string | null; t: FormTexts }) {
  const website = safeWebsite(written);
  return website ? (
    <p>
      {t('website')}{' '}
      <a href={website.href} rel="nofollow noopener">
        {website.host}
      </a>
    </p>
  ) : null;
}
