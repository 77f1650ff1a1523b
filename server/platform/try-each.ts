/**
 * Does the same for each, one after another; one that fails holds up no other.
 * @param what is said of those that fail
 * @throws AggregateError with every failure, after all have been tried
 */
export async function tryEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  what: string,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, what);
}
