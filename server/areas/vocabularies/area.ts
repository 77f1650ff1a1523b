import type { Area, AreaParts } from '../../platform/area.ts';
import { registerVocabularyRoutes } from './vocabularies.routes.ts';
import { VocabulariesService } from './vocabularies.service.ts';

/** Closed lists whose values the operator manages: industries, products, and so on. */
export function vocabulariesArea({ databases, clock }: AreaParts): Area {
  return {
    serve: ({ app }) => registerVocabularyRoutes(app, new VocabulariesService(databases.general, clock)),
  };
}
