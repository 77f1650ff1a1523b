import type { SealedForm } from './contact-form.ts';
import { ContactFormCard } from './contact-form.view.tsx';
import { describe, Layout } from './layout.tsx';
import { OfferListingView } from './offer-listing.view.tsx';
import { addressOfOffer, canonicalPath } from './offer-page-address.ts';
import type { OfferPage } from './public-leads.rules.ts';
import { StructuredData } from './structured-data.tsx';
import { formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';

interface OfferPageProps {
  readonly page: OfferPage;
  readonly publicUrl: string;
  readonly state: SealedForm;
}

/** The public page of an offer: what it is, who makes it, and its single call to action (BP-3). */
export function OfferPageView({ page, publicUrl, state }: OfferPageProps) {
  const { title, partnerName, summary } = page;
  const t = formTexts[page.language];
  const action = t(`submit.${page.callToAction}`);
  const about = page.callToAction === 'ContactMe' ? partnerName : title;
  const name = `${title} – ${partnerName}`;
  const wrong = Object.keys(state.errors).length > 0 || state.outdated;
  const address = publicUrl + canonicalPath(page);
  const isListed = page.standing === 'live' && !wrong;
  const description = describe(summary, t('description.offer', { title, partner: partnerName, action }));
  return (
    <Layout
      title={wrong ? t('errorTitle', { title: name }) : name}
      listed={isListed ? { address, description } : undefined}
      partner={partnerName}
      language={page.language}
    >
      {page.standing === 'preview' ? (
        <p className="preview" role="note">
          {t('listing.preview')}
        </p>
      ) : null}
      <div className="columns">
        <div className="about">
          <p className="partner" dir="auto">
            {partnerName}
          </p>
          <h1 dir="auto">{title}</h1>
          <OfferListingView listing={page.listing} t={t} />
          <a className="button jump" href="#contact-form">
            {action}
          </a>
        </div>
        <ContactFormCard
          partner={partnerName}
          language={page.language}
          heading={t(`heading.${page.callToAction}`, { about })}
          introduction={t.rich(`introduction.${page.callToAction}`, { partner: partnerName, ...marks })}
          action={addressOfOffer(page)}
          submitLabel={action}
          asksDirectContact={false}
          state={state}
        />
      </div>
      {isListed ? <StructuredData data={dataOf(page, address, description)} /> : null}
    </Layout>
  );
}

/** A consulting service is a service, anything else a product, as search engines tell them apart. */
function dataOf({ title, partnerName, listing }: OfferPage, url: string, description: string) {
  const by = { '@type': 'Organization', name: partnerName };
  const common = { name: title, description, url };
  const category = listing.categories.map(({ name }) => name).join(', ') || undefined;
  return listing.serviceType === null
    ? {
        '@type': 'Product',
        ...common,
        category,
        brand: { '@type': 'Brand', name: partnerName },
        manufacturer: by,
      }
    : { '@type': 'Service', ...common, serviceType: listing.serviceType, provider: by };
}
