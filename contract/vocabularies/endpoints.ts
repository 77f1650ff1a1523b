import { declareEndpoints, revisionHeaders } from '../endpoint.ts';
import {
  byPack,
  byValue,
  byVocabulary,
  loadedPack,
  newVocabularyValue,
  packLoading,
  retirement,
  vocabularies,
  vocabulary,
  vocabularyOrder,
  vocabularyValueChange,
} from './vocabularies.ts';

/** Closed lists whose values the operator manages (VO-1, VO-2). */
export const vocabularyEndpoints = declareEndpoints('Vocabularies', {
  'GET /api/v1/vocabularies': {
    summary: 'Every vocabulary with all its values, retired ones included',
    answers: { 200: vocabularies },
  },
  'POST /api/v1/vocabularies/:vocabulary/values': {
    summary: 'Add a value, after those that are there',
    params: byVocabulary,
    headers: revisionHeaders,
    body: newVocabularyValue,
    answers: { 201: vocabulary },
  },
  'PATCH /api/v1/vocabularies/:vocabulary/values/:code': {
    summary: 'Rename a value; its code stays',
    params: byValue,
    headers: revisionHeaders,
    body: vocabularyValueChange,
    answers: { 200: vocabulary },
  },
  'PUT /api/v1/vocabularies/:vocabulary/order': {
    summary: 'Put the values in another order',
    params: byVocabulary,
    headers: revisionHeaders,
    body: vocabularyOrder,
    answers: { 200: vocabulary },
  },
  'PUT /api/v1/vocabularies/:vocabulary/values/:code/retirement': {
    summary:
      'Retire a value: it stays where it is, is no longer offered, and is found through its replacement',
    params: byValue,
    headers: revisionHeaders,
    body: retirement,
    answers: { 200: vocabulary },
  },
  'DELETE /api/v1/vocabularies/:vocabulary/values/:code/retirement': {
    summary: 'Bring a retired value back',
    params: byValue,
    headers: revisionHeaders,
    answers: { 200: vocabulary },
  },
  'POST /api/v1/vocabulary-packs/:pack/loading': {
    summary: 'Add what a pack has and the vocabularies lack; labels that you wrote stay',
    params: byPack,
    body: packLoading,
    answers: { 200: loadedPack },
  },
});
