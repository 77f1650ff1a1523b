import { logoLimits, logoSides } from '../../../contract/profiles/lists.ts';
import type { BusinessProfile } from '../../../contract/profiles/profiles.ts';
import {
  inspectPicture,
  PictureError,
  type PictureLimits,
  pictureFormats,
  redrawPicture,
} from '../../engines/pictures/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './logos.repo.ts';
import * as profilesRepo from './profiles.repo.ts';
import { lockProfile, type ProfilesService } from './profiles.service.ts';

const limits: PictureLimits = {
  formats: pictureFormats,
  mostWidth: logoLimits.width,
  mostPixels: logoLimits.pixels,
};
/** Each size in each format. */
const redrawings = logoSides.flatMap((side) =>
  (['png', 'webp'] as const).map((format) => ({ format, side, box: { width: side, height: side } })),
);
/** Those that are not shown go with the next publication. */
const mostLogosADay = 50;
const dayMilliseconds = 86_400_000;

/** Logos of business profiles (BP-12). */
export class LogosService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly profiles: ProfilesService,
  ) {}

  /**
   * Redraws an uploaded picture and makes it the draft’s logo.
   * @throws AppError not-allowed, not-found, limit-reached; invalid-request in words about the picture
   */
  async upload(actor: PersonActor, id: string, bytes: Buffer): Promise<BusinessProfile> {
    requirePermission(actor, 'editProfiles');
    // Who may not change this profile does not have pictures drawn.
    await this.profiles.get(actor, id);
    const { width, height } = await orWords(inspectPicture(bytes, limits));
    const drawn = await orWords(redrawPicture(bytes, limits, redrawings));
    const pictures = redrawings.map(
      ({ side, format }, at): repo.LogoPicture => ({
        side,
        contentType: `image/${format}`,
        bytes: drawn[at]?.bytes ?? Buffer.alloc(0),
      }),
    );
    return this.profiles.within(actor, async (tx) => {
      const key = { organizationId: actor.organizationId, id };
      const { revision } = await lockProfile(tx, key);
      const at = this.clock.now();
      const today = await repo.countLogos(tx, key, new Date(at.getTime() - dayMilliseconds));
      if (today >= mostLogosADay)
        throw new AppError('limit-reached', sentence('logo.tooMany', { most: mostLogosADay }));
      const logoId = newId();
      await repo.insertLogo(tx, key, { id: logoId, width, height, at, pictures });
      await profilesRepo.saveDraftFields(tx, key, [
        { field: 'logo', value: logoId, revision: revision + 1, changedBy: actor.personId, changedAt: at },
      ]);
      await profilesRepo.updateProfile(tx, key, { revision: revision + 1 });
      return key;
    });
  }

  /** One size of a logo, published or not, as PNG. @throws AppError not-allowed, not-found */
  async read(actor: PersonActor, id: string, logoId: string, side: number): Promise<Buffer> {
    requirePermission(actor, 'editProfiles');
    const key = { organizationId: actor.organizationId, id };
    const bytes = await inOrganization(this.db, actor, (tx) =>
      repo.findPicture(tx, key, { logoId, side, contentType: 'image/png' }),
    );
    if (!bytes) throw notFound(sentence('noLogo'));
    return bytes;
  }
}

async function orWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof PictureError ? refusal(error) : error;
  }
}

function refusal({ fault, found: { width = 0, height = 0 } }: PictureError): AppError {
  const words = {
    otherFormat: sentence('logo.otherType'),
    notAPicture: sentence('logo.notAPicture'),
    damaged: sentence('logo.damaged'),
    tooManyPixels: sentence('logo.tooManyPixels', { width, height }),
    tooWide: sentence('logo.tooWide', { width, most: logoLimits.width }),
  }[fault];
  return new AppError('invalid-request', words, {
    issues: [{ path: 'body', rule: `picture-${fault}`, message: words }],
  });
}
