import { operatorPolicy, operatorPolicyChange } from '../../../contract/operator.ts';
import type { App } from '../../platform/http/app.ts';
import { actorOf } from '../identity/index.ts';
import type { PolicyService } from './policy.service.ts';

const tags = ['Operator'];
const path = '/api/v1/operator/policy';
const response = { 200: operatorPolicy };

/** The periods of leads and the digest: for operator admins (LC-10). */
export function registerPolicyRoutes(app: App, policy: PolicyService): void {
  app.get(
    path,
    { schema: { tags, summary: 'The periods of leads, and when leads are mailed in a digest', response } },
    (request) => policy.get(actorOf(request)),
  );
  app.patch(
    path,
    {
      schema: {
        tags,
        summary: 'Change periods; leads received from then on have them',
        body: operatorPolicyChange,
        response,
      },
    },
    (request) => policy.change(actorOf(request), request.body),
  );
}
