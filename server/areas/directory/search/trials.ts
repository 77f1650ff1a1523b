import type { DirectoryPage } from './directory-page.ts';
import type { RankingConstants } from './ranking-constants.ts';

const dayMs = 86_400_000;

/**
 * True for a newcomer: published lately and never on trial before, or whose last trial ended long ago; publishing again
 * begins no other trial. A page that has had requests needs no trial any more (RK-16).
 */
export function isNewcomer(
  page: Pick<DirectoryPage, 'publishedAt' | 'trialEndedAt' | 'countedRequests'>,
  now: number,
  constants: RankingConstants,
): boolean {
  if (page.countedRequests >= constants.requestsThatEndTrials) return false;
  if (page.trialEndedAt === null) return now - page.publishedAt <= constants.trialDays * dayMs;
  return now - page.trialEndedAt > constants.daysBetweenTrials * dayMs;
}
