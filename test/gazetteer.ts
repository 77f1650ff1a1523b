import { makeGazetteerIfChanged } from '../scripts/gazetteer/make-if-changed.mjs';

/** Tests use the places that people have: their file is made once, before the first run. */
export default async function setUp(): Promise<void> {
  await makeGazetteerIfChanged();
}
