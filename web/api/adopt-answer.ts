import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Shows the answer to a change. Cancels reads that were on their way, as they may return the state before it.
 */
export async function adoptAnswer<Answer>(
  client: QueryClient,
  queryKey: QueryKey,
  answer: Answer,
): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<Answer>(queryKey, answer);
}
