import type { ReactNode } from 'react';
import type { CallToAction } from '../../../contract/enums.ts';
import { words } from '../../../contract/words.ts';
import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { describe, Layout, Prose } from './layout.tsx';
import { offerPath } from './paths.ts';
import type { OfferPage } from './public-leads.rules.ts';

const introductions: Record<CallToAction, (partner: ReactNode) => ReactNode> = {
  ContactMe: (partner) => <>Leave your details, and {partner} can get in touch with you.</>,
  GetItNow: (partner) => <>Leave your details, and {partner} can help you to get started.</>,
  FreeTrial: (partner) => <>Leave your details, and {partner} can help you to start the trial.</>,
  TestDrive: (partner) => <>Leave your details, and {partner} can help you to start the test drive.</>,
};

interface OfferPageProps {
  readonly page: OfferPage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of an offer: what it is, who makes it, and its one call to action (BP-3). */
export function OfferPageView({ page, publicUrl, state }: OfferPageProps) {
  const { title, partnerName } = page;
  const action = words.callToAction[page.callToAction];
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + offerPath(page.offerName),
    description: describe(page.summary, `${title} by ${partnerName}. ${action}.`),
  };
  return (
    <Layout
      title={`${wrong ? 'Error: ' : ''}${title} – ${partnerName}`}
      listed={wrong ? undefined : listed}
      partner={partnerName}
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
          heading={action}
          introduction={introductions[page.callToAction](<bdi>{partnerName}</bdi>)}
          action={offerPath(page.offerName, page.storefront)}
          submitLabel={action}
          asksDirectContact={false}
          state={state}
        />
      </div>
    </Layout>
  );
}
