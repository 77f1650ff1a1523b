import { keyOfCode } from '../contract/vocabularies/codes.ts';
import type { VocabularyName } from '../contract/vocabularies/lists.ts';
import type { DirectoryPage } from '../server/areas/directory/search/directory-page.ts';
import { neutralPack } from '../server/areas/vocabularies/packs/neutral.data.ts';
import { openGazetteer, type Place } from '../server/engines/gazetteer/index.ts';
import { createRandom } from '../server/engines/lead-rating/model/simulation.fixture.ts';

const dayMs = 86_400_000;
/** Where pages of the benchmark are: big markets have most of them. */
const cities =
  'Munich Berlin Hamburg Cologne Vienna Zurich Paris Lyon London Manchester Madrid Barcelona Rome Milan Amsterdam Stockholm Warsaw Prague Chicago Seattle Boston Austin Toronto Montreal Sydney Melbourne Tokyo Osaka Mumbai Delhi';
const languages = ['en', 'en-US', 'de', 'de-AT', 'fr', 'es', 'it', 'nl', 'ja', 'pl', 'sv', 'pt-BR'];
/** Descriptions have as many different words as texts of that many companies, a few of them very often. */
const differentWords = 60_000;
const wordsOfDescription = 110;

/** Makes pages that differ as pages do, the same ones each time. */
export async function makeDirectoryPages(count: number, now: number): Promise<DirectoryPage[]> {
  const gazetteer = await openGazetteer();
  const places = cities.split(' ').flatMap((name) => {
    const near = gazetteer.findNear(name);
    return 'place' in near ? [near.place] : [];
  });
  const random = createRandom(11);
  const words = makeWords(random);
  return Array.from({ length: count }, (_, n) => makePage(n, places, words, random, now));
}

type Random = () => number;

const oneOf = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;
/** The first ones far more often than the last. */
const skewed = (length: number, random: Random) => Math.floor(length * random() ** 3);

function makeWords(random: Random): string[] {
  const syllables = 'ba co di fe gu la me no pri qua ro sta tu ver xi za ler mint ost ung'.split(' ');
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => oneOf(syllables, random)).join('');
  return [...new Set(Array.from({ length: differentWords }, word))];
}

function makePage(
  n: number,
  places: readonly Place[],
  words: readonly string[],
  random: Random,
  now: number,
): DirectoryPage {
  const place = oneOf(places, random);
  const tags = {
    industries: pick('industries', 4, random),
    products: pick('products', 5, random),
    services: pick('services', 4, random),
    solutions: pick('solutions', 8, random),
  };
  const word = () => words[skewed(words.length, random)] ?? '';
  const text = (length: number) => Array.from({ length }, word).join(' ');
  const labels = Object.values(tags).flat();
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    organizationId: `organization-${Math.floor(n / (random() < 0.2 ? 20 : 1.5))}`,
    profileId: `profile-${n}`,
    name: `${text(2)} ${oneOf(['Consulting', 'Cloud Services', 'Systems', 'Group', 'IT'], random)}`,
    city: place.name,
    country: place.country,
    point: { latitude: place.latitude + random() - 0.5, longitude: place.longitude + random() - 0.5 },
    description: text(wordsOfDescription),
    industries: tags.industries.map(({ code }) => keyOfCode(code)),
    products: tags.products.map(({ code }) => keyOfCode(code)),
    services: tags.services.map(({ code }) => keyOfCode(code)),
    solutions: tags.solutions.map(({ code }) => keyOfCode(code)),
    tagWords: labels.flatMap(({ en, de = '' }) => [en, de]),
    freeTags: Array.from({ length: Math.floor(random() * 6) }, () => text(2)),
    offerNames: Array.from({ length: Math.floor(random() * 4) }, () => `${text(2)} Assessment`),
    badges: random() < 0.3 ? [`Badge ${skewed(20, random)}`] : [],
    languages: [...new Set([oneOf(languages, random), oneOf(languages, random)])],
    sizes: pick('customerSizes', 3, random).map(({ code }) => keyOfCode(code)),
    optsOut: random() < 0.3,
    budgetFrom: random() < 0.3 ? 1000 * Math.floor(random() * 50) : null,
    isAvailable: true,
    publishedAt: now - random() * 1000 * dayMs,
    countedRequests: Math.floor(random() * 30),
    trialImpressions: Math.floor(random() * 500),
    trialEndedAt: null,
    multiplier: Math.round(60 + random() * 100) / 100,
  };
}

function pick(name: VocabularyName, most: number, random: Random) {
  const values = neutralPack[name];
  const picked = Array.from(
    { length: Math.floor(random() * (most + 1)) },
    () => values[skewed(values.length, random)],
  );
  return [...new Set(picked.flatMap((value) => value ?? []))];
}
