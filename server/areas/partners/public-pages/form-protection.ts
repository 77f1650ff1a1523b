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

/** What the protection's own fields say; they are no part of what the customer tells. */
export interface SentSeal {
  readonly trap: string;
  readonly token: string;
  readonly proof: string;
}

export type Inspection =
  | { readonly expired: true; readonly signals?: undefined }
  | { readonly expired?: false; readonly signals: FormSignal[] };

/** Different contents of one rendered form: a customer corrects once or twice, a program does not stop. */
const mostContents = 3;

/** Protects the public forms without a script being needed, a cookie, or anybody else's service (IN-7). */
export class FormProtection {
  private secret: Promise<Buffer> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Makes a form of now ready to be shown. */
  async seal({ pageId }: Pick<ProtectedPage, 'pageId'>, state: FormState): Promise<SealedForm> {
    const secret = await this.getSecret();
    const token = signForm(secret, { pageId, formKey: state.formKey }, this.clock.now());
    return { ...state, seal: await this.sealOf(secret, state.formKey, token) };
  }

  /**
   * Makes a form ready that comes back with sentences at its fields: its time goes on. One that cannot be good any more
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

  /** Makes a form ready that was ours and grew too old: it may be sent at once, because it is filled in already. */
  async sealFilledIn({ pageId }: Pick<ProtectedPage, 'pageId'>, state: FormState): Promise<SealedForm> {
    const secret = await this.getSecret();
    const filledInSince = new Date(this.clock.now().getTime() - minimumFillSeconds * 1000);
    const token = signForm(secret, { pageId, formKey: state.formKey }, filledInSince);
    return { ...state, seal: await this.sealOf(secret, state.formKey, token) };
  }

  /** What speaks against a form that was sent, or that it is too old to tell. Any fields give an answer. */
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
      // Not before the form itself is: it was rendered earlier.
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

  /** Asked for once; a database that did not answer is asked again by the next form. */
  private getSecret(): Promise<Buffer> {
    this.secret ??= getFormSecret(this.db).catch((error: unknown) => {
      this.secret = undefined;
      throw error;
    });
    return this.secret;
  }
}
