import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { describe, Layout, Prose } from './layout.tsx';
import { offerPath } from './paths.ts';
import type { OfferPage } from './public-leads.rules.ts';
import { formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';

interface OfferPageProps {
  readonly page: OfferPage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of an offer: what it is, who makes it, and its single call to action (BP-3). */
export function OfferPageView({ page, publicUrl, state }: OfferPageProps) {
  const { title, partnerName } = page;
  const t = formTexts[page.language];
  const action = t(`submit.${page.callToAction}`);
  const about = page.callToAction === 'ContactMe' ? partnerName : title;
  const name = `${title} – ${partnerName}`;
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const listed = {
    address: publicUrl + offerPath(page.offerName),
    description: describe(page.summary, t('description.offer', { title, partner: partnerName, action })),
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
          heading={t(`heading.${page.callToAction}`, { about })}
          introduction={t.rich(`introduction.${page.callToAction}`, { partner: partnerName, ...marks })}
          action={offerPath(page.offerName, page.storefront)}
          submitLabel={action}
          asksDirectContact={false}
          state={state}
        />
      </div>
    </Layout>
  );
}
