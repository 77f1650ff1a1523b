/**
 * The direction of the language, which the page says: 1 where lines run from left to right, -1 where they run from right
 * to left. Distances on the screen are multiplied by it.
 */
export const forward = (): 1 | -1 => (document.documentElement.dir === 'rtl' ? -1 : 1);

const arrows: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Where an arrow key leads along the line: 1 on, -1 back; undefined for every other key. */
export function stepOf(key: string): 1 | -1 | undefined {
  const step = arrows[key];
  if (step === undefined) return undefined;
  return step === forward() ? 1 : -1;
}
