import { randomUUID } from 'node:crypto';
import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import { hashJson } from '../../../platform/canonical-json.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { FormSeal, FormState, SealedForm } from './contact-form.ts';
import { getFormSecret, recordUse } from './form-protection.repo.ts';
import { checkToken, formHours, minimumFillSeconds, signForm, type TokenVerdict } from './form-token.ts';
import { challengeFor, provesWork } from './proof-of-work.ts';

/** The page whose form is protected. */
export interface ProtectedPage {
  readonly organizationId: string;
  /** The offer's or the profile location's id. */
  readonly pageId: string;
}

/** The protection's own fields, which are not part of what the customer says. */
export interface SentSeal {
  readonly trap: string;
  readonly token: string;
  readonly proof: string;
}

export type Inspection =
  | { readonly expired: true; readonly signals?: undefined }
  | { readonly expired?: false; readonly signals: FormSignal[] };

/** Different contents of one rendered form: customers correct once or twice, programs do not stop. */
const mostContents = 3;

/** Protects the public forms without requiring a script, a cookie, or a third-party service (IN-7). */
export class FormProtection {
  private secret: Promise<Buffer> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Signs a new form, issued now. */
  async seal({ pageId }: Pick<ProtectedPage, 'pageId'>, state: FormState): Promise<SealedForm> {
    const secret = await this.getSecret();
    const token = signForm(secret, { pageId, formKey: state.formKey }, this.clock.now());
    return { ...state, seal: await this.sealOf(secret, state.formKey, token) };
  }

  /**
   * Signs a form that is shown again with sentences at its fields: its time runs on. A form that can no longer be valid
   * gets a new key.
   */
  async sealAgain({ pageId }: ProtectedPage, state: FormState, sent: SentSeal): Promise<SealedForm> {
    const secret = await this.getSecret();
    const verdict = this.verdictOf(secret, { pageId, formKey: state.formKey }, sent.token);
    if (verdict === 'good' || verdict === 'too-quick')
      return { ...state, seal: await this.sealOf(secret, state.formKey, sent.token) };
    const renewed = { ...state, formKey: randomUUID() };
    return verdict === 'expired' ? this.sealFilledIn({ pageId }, renewed) : this.seal({ pageId }, renewed);
  }

  /** Signs a form of ours that expired: it may be sent immediately, because it is already filled in. */
  async sealFilledIn({ pageId }: Pick<ProtectedPage, 'pageId'>, state: FormState): Promise<SealedForm> {
    const secret = await this.getSecret();
    const filledInSince = new Date(this.clock.now().getTime() - minimumFillSeconds * 1000);
    const token = signForm(secret, { pageId, formKey: state.formKey }, filledInSince);
    return { ...state, seal: await this.sealOf(secret, state.formKey, token) };
  }

  /** The signals against a submitted form, or that it has expired. Returns a result for any fields. */
  async inspect(page: ProtectedPage, form: ContactForm, sent: SentSeal): Promise<Inspection> {
    const secret = await this.getSecret();
    const verdict = this.verdictOf(secret, { pageId: page.pageId, formKey: form.formKey }, sent.token);
    if (verdict === 'expired') return { expired: true };
    const signals: FormSignal[] = [];
    if (sent.trap.trim() !== '') signals.push('trap-filled');
    if (verdict === 'too-quick') signals.push('too-quick');
    // A form that is not ours has no proof and no uses to judge.
    if (verdict === 'forged') return { signals: [...signals, 'token-forged'] };
    const earlier = await this.countEarlier(page, form);
    if (earlier >= mostContents) signals.push('form-overused');
    if (sent.proof === '') signals.push('proof-missing');
    else if (!(await provesWork(secret, form.formKey, sent.proof))) signals.push('proof-wrong');
    else if (earlier > 0) signals.push('proof-replayed');
    return { signals };
  }

  private countEarlier({ organizationId }: ProtectedPage, form: ContactForm): Promise<number> {
    const now = this.clock.now();
    const use = {
      organizationId,
      formKey: form.formKey,
      contentHash: hashJson(form),
      // Not before the form itself expires: it was rendered earlier.
      expiresAt: new Date(now.getTime() + formHours * 3_600_000),
    };
    return inOrganization(this.db, { organizationId }, (tx) => recordUse(tx, use, now));
  }

  private verdictOf(secret: Buffer, form: { pageId: string; formKey: string }, token: string): TokenVerdict {
    return checkToken(secret, form, token, this.clock.now());
  }

  private async sealOf(secret: Buffer, formKey: string, token: string): Promise<FormSeal> {
    return { token, challenge: await challengeFor(secret, formKey) };
  }

  /** Cached; if the database did not answer, the next form tries again. */
  private getSecret(): Promise<Buffer> {
    this.secret ??= getFormSecret(this.db).catch((error: unknown) => {
      this.secret = undefined;
      throw error;
    });
    return this.secret;
  }
}
