import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Shows what a change was answered with. A read that was on its way meanwhile may answer with how it was before: it is
 * not heard any more.
 */
export async function adoptAnswer<Answer>(
  client: QueryClient,
  queryKey: QueryKey,
  answer: Answer,
): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<Answer>(queryKey, answer);
}
