import { words } from '../../../contract/words.ts';
import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { countryName } from './countries.ts';
import { describe, Layout, Prose } from './layout.tsx';
import { profilePath } from './paths.ts';
import type { ProfilePage } from './public-leads.rules.ts';
import { safeWebsite } from './website.ts';

interface ProfilePageProps {
  readonly page: ProfilePage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of one location of a business profile (BP-3); its contact person is never shown. */
export function ProfilePageView({ page, publicUrl, state }: ProfilePageProps) {
  const { partnerName } = page;
  const place = placeOf(page);
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + profilePath(page.slug),
    description: describe(page.description, `${partnerName}, ${place}: get in touch.`),
  };
  return (
    <Layout
      title={`${wrong ? 'Error: ' : ''}${partnerName} – ${place}`}
      listed={wrong ? undefined : listed}
      partner={partnerName}
    >
      <div className="columns">
        <div className="about">
          <h1 dir="auto">{partnerName}</h1>
          <p className="place">{place}</p>
          <Prose text={page.description} />
          <Website written={page.website} />
          <a className="button jump" href="#contact-form">
            {words.callToAction.ContactMe}
          </a>
        </div>
        <ContactFormCard
          partner={partnerName}
          heading={words.callToAction.ContactMe}
          introduction={
            <>
              Leave your details, and <bdi>{partnerName}</bdi> can get in touch with you.
            </>
          }
          action={profilePath(page.slug)}
          submitLabel={words.callToAction.ContactMe}
          asksDirectContact
          state={state}
        />
      </div>
    </Layout>
  );
}

/** City and country; once when they are one, like Singapore. */
function placeOf({ city, country }: ProfilePage): string {
  const name = countryName(country);
  return city && city !== name ? `${city}, ${name}` : name;
}

function Website({ written }: { written: string | null }) {
  const website = safeWebsite(written);
  return website ? (
    <p>
      Website:{' '}
      <a href={website.href} rel="nofollow noopener">
        {website.host}
      </a>
    </p>
  ) : null;
}
