import { randomUUID } from 'node:crypto';
import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  emptyForm,
  type FormState,
  outdatedForm,
  readForm,
  readSeal,
  type SealedForm,
} from './contact-form.ts';
import type { FormProtection, ProtectedPage } from './form-protection.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** A form that can be passed on, with the signals against it; or the form to show again. */
export type SentForm =
  | { readonly form: ContactForm; readonly signals: FormSignal[]; readonly again?: undefined }
  | { readonly again: SealedForm; readonly form?: undefined };

/** Makes forms, and reads submitted ones. */
export class Forms {
  constructor(
    private readonly protection: FormProtection,
    private readonly clock: Clock,
  ) {}

  blank(page: ProtectedPage): Promise<SealedForm> {
    return this.protection.seal(page, emptyForm(randomUUID()));
  }

  async read(page: ProtectedPage, body: unknown, language: PageLanguage): Promise<SentForm> {
    const seal = readSeal(body);
    const again = async (state: FormState) => ({ again: await this.protection.sealAgain(page, state, seal) });
    const { form, state } = readForm(body, { language, newKey: randomUUID(), now: this.clock.now() });
    if (!form) return again(state);
    const { expired, signals } = await this.protection.inspect(page, form, seal);
    if (!expired) return { form, signals };
    return { again: await this.protection.sealFilledIn(page, outdatedForm(body, randomUUID())) };
  }
}
