/** What a page is about, for search engines (schema.org as JSON-LD): a block of data, which nothing runs. */
export function StructuredData({ data }: { data: Readonly<Record<string, unknown>> }) {
  // Inside a script element only “<” could end it.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, and what could end the element is written otherwise.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
