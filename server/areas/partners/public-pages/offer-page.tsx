import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { describe, Layout, Prose } from './layout.tsx';
import { offerPath } from './paths.ts';
import type { OfferPage } from './public-leads.rules.ts';
import { formWordsOf } from './texts/form-words.ts';

interface OfferPageProps {
  readonly page: OfferPage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of an offer: what it is, who makes it, and its one call to action (BP-3). */
export function OfferPageView({ page, publicUrl, state }: OfferPageProps) {
  const { title, partnerName } = page;
  const words = formWordsOf(page.language);
  const action = words.submit[page.callToAction];
  const about = page.callToAction === 'ContactMe' ? partnerName : title;
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + offerPath(page.offerName),
    description: describe(page.summary, `${title} by ${partnerName}. ${action}.`),
  };
  return (
    <Layout
      title={`${wrong ? words.errorTitle : ''}${title} – ${partnerName}`}
      listed={wrong ? undefined : listed}
      partner={partnerName}
      language={page.language}
    >
      <div className="columns">
        <div className="about">
          <p className="partner" dir="auto">
            {partnerName}
          </p>
          <h1 dir="auto">{title}</h1>
          <Prose text={page.summary} />
          <a className="button jump" href="#contact-form">
            {action}
          </a>
        </div>
        <ContactFormCard
          partner={partnerName}
          language={page.language}
          heading={words.heading[page.callToAction](about)}
          introduction={words.introduction[page.callToAction](<bdi>{partnerName}</bdi>)}
          action={offerPath(page.offerName, page.storefront)}
          submitLabel={action}
          asksDirectContact={false}
          state={state}
        />
      </div>
    </Layout>
  );
}
