/** The list with the one at a place moved by one; unchanged at either end. */
export function moved<One>(list: readonly One[], place: number, by: 1 | -1): One[] {
  const other = place + by;
  const [one, two] = [list[place], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.with(place, two).with(other, one);
}
