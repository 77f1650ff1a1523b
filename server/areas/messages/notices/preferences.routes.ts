import { mailPreferences, mailPreferencesChange } from '../../../../contract/messages/action-center.ts';
import type { App } from '../../../platform/http/app.ts';
import { personOf } from '../../identity/index.ts';
import type { PreferencesService } from './preferences.service.ts';

const tags = ['Action center'];
const path = '/api/v1/me/mail-preferences';
const response = { 200: mailPreferences };

/** What the signed-in person is told by mail, and whether mail reaches them (NT-5). */
export function registerPreferenceRoutes(app: App, preferences: PreferencesService): void {
  app.get(path, { schema: { tags, summary: 'What I am told, and how', response } }, (request) =>
    preferences.read(personOf(request)),
  );
  app.patch(
    path,
    {
      schema: {
        tags,
        summary: 'Turn optional emails and announcements on or off',
        body: mailPreferencesChange,
        response,
      },
    },
    (request) => preferences.change(personOf(request), request.body),
  );
}
