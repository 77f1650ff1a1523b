export { directoryArea } from './area.ts';
export {
  cardsPerPage,
  type DirectoryPage,
  type DirectoryQuery,
  distances,
  type FacetName,
  type FilterName,
  mostPages,
  type SortOrder,
  sortOrders,
  usualDistance,
} from './search/directory-page.ts';
export { withoutFilter } from './search/filters.ts';
export { DirectoryIndex, type FoundPage, type SearchResult } from './search/held/directory-index.ts';
export { type RankedPage, rankPages } from './search/rank-pages.ts';
export { type RankingConstants, rankingConstants } from './search/ranking-constants.ts';
export {
  type IsKnownValue,
  type NoticeKind,
  type QueryNotice,
  type RawParameters,
  type ReadQuery,
  readDirectoryQuery,
} from './search/read-directory-query.ts';
