import type { ReactNode } from 'react';
import { FormattedText } from './formatted-text.tsx';
import { Prose } from './layout.tsx';
import type { ShownListing } from './public-leads.rules.ts';
import type { FormTexts } from './texts/catalogue.ts';
import { safeWebsite } from './website.ts';

/** Everything that a partner tells customers about an offer; what it does not tell leaves no trace. */
export function OfferListingView({ listing, t }: { listing: ShownListing; t: FormTexts }) {
  const { shortDescription, description, categories, industries, serviceType, links } = listing;
  return (
    <>
      {shortDescription ? <Prose text={shortDescription} /> : null}
      {description ? <FormattedText text={description} /> : null}
      <Facts
        facts={[
          [t('listing.serviceType'), serviceType === null ? [] : [serviceType]],
          [t('listing.categories'), categories.map(({ name, subcategories }) => joined(name, subcategories))],
          [t('listing.industries'), industries.map(({ name, verticals }) => joined(name, verticals))],
        ]}
      />
      <Links
        heading={t('listing.links')}
        links={[
          ...links,
          ...(listing.supportLink ? [{ title: t('listing.support'), url: listing.supportLink }] : []),
          ...(listing.privacyLink ? [{ title: t('listing.privacy'), url: listing.privacyLink }] : []),
        ]}
      />
    </>
  );
}

const joined = (name: string, parts: readonly string[]) =>
  parts.length > 0 ? `${name}: ${parts.join(', ')}` : name;

function Facts({ facts }: { facts: readonly (readonly [string, readonly string[]])[] }): ReactNode {
  const said = facts.filter(([, values]) => values.length > 0);
  if (said.length === 0) return null;
  return (
    <dl className="facts">
      {said.map(([label, values]) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value} dir="auto">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Links({
  heading,
  links,
}: {
  heading: string;
  links: readonly { readonly title: string; readonly url: string }[];
}): ReactNode {
  const safe = links.flatMap(({ title, url }) => {
    const website = safeWebsite(url);
    return website ? [{ title, href: website.href }] : [];
  });
  if (safe.length === 0) return null;
  return (
    <section className="links" aria-labelledby="links">
      <h2 id="links">{heading}</h2>
      <ul>
        {safe.map(({ title, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two links may lead to the same page, and static markup never changes.
          <li key={index}>
            <a href={href} rel="nofollow noopener ugc" dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
