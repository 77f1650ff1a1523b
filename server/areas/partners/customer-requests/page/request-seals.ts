import type { Clock } from '../../../../platform/clock.ts';
import type { Db } from '../../../../platform/database/database.ts';
import { getFormSecret } from '../../public-pages/form-protection.repo.ts';
import { checkToken, signForm } from '../../public-pages/form-token.ts';

/** What a form on the page of a request does. */
export type RequestAction = 'withdraw' | `forward ${string}`;

/** Signs the forms of requests, so that only actions offered on a page that we rendered are carried out. */
export class RequestSeals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async seal(requestId: string, action: RequestAction): Promise<string> {
    const form = { pageId: requestId, formKey: action };
    return signForm(await getFormSecret(this.db), form, this.clock.now());
  }

  /** True for a signature of this form that has not expired; quick submissions are fine here. */
  async isGood(requestId: string, action: RequestAction, token: string): Promise<boolean> {
    const form = { pageId: requestId, formKey: action };
    const verdict = checkToken(await getFormSecret(this.db), form, token, this.clock.now());
    return verdict === 'good' || verdict === 'too-quick';
  }
}
