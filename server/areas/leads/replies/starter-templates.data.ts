import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';

type Starter = Pick<ReplyTemplate, 'id' | 'name' | 'subject' | 'text'> & {
  readonly starter: NonNullable<ReplyTemplate['starter']>;
};

/** The templates that come with Leadlight, in English and German. They are texts to begin with, and cannot be changed. */
export const starterTemplates: readonly Starter[] = [
  {
    id: '00000000-0000-4000-8000-0000000e0001',
    starter: 'en',
    name: 'First reply',
    subject: 'Your request about {{offer}}',
    text: `Hello {{firstName}},

thank you for getting in touch. I look after your request at {{myCompany}} and would like to understand what you need.

When would be a good time for a call of 20 minutes this week?

Best regards
{{myName}}
{{myCompany}}`,
  },
  {
    id: '00000000-0000-4000-8000-0000000e0002',
    starter: 'en',
    name: 'Tried to call you',
    subject: 'I tried to reach you',
    text: `Hello {{firstName}},

I just tried to call you about your request. When can I reach you best? You can also simply reply to this email.

Best regards
{{myName}}
{{myCompany}}`,
  },
  {
    id: '00000000-0000-4000-8000-0000000d0001',
    starter: 'de',
    name: 'Erste Antwort',
    subject: 'Ihre Anfrage zu {{offer}}',
    text: `Guten Tag {{firstName}} {{lastName}},

vielen Dank für Ihre Anfrage. Ich kümmere mich bei {{myCompany}} darum und möchte gern verstehen, was Sie brauchen.

Wann passt Ihnen in dieser Woche ein Telefonat von etwa 20 Minuten?

Mit freundlichen Grüßen
{{myName}}
{{myCompany}}`,
  },
  {
    id: '00000000-0000-4000-8000-0000000d0002',
    starter: 'de',
    name: 'Nicht erreicht',
    subject: 'Ich habe versucht, Sie zu erreichen',
    text: `Guten Tag {{firstName}} {{lastName}},

ich habe gerade versucht, Sie zu Ihrer Anfrage anzurufen. Wann erreiche ich Sie am besten? Sie können auch einfach auf diese E-Mail antworten.

Mit freundlichen Grüßen
{{myName}}
{{myCompany}}`,
  },
];
