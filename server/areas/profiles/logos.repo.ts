import type { LogoSide } from '../../../contract/profiles/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { ProfileKey } from './profiles.repo.ts';

/** One size of a logo, in one format. */
export interface LogoPicture {
  readonly side: LogoSide;
  readonly contentType: 'image/png' | 'image/webp';
  readonly bytes: Buffer;
}

export interface LogoRow {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Keeps a logo; the transaction must be for its organization. */
export async function insertLogo(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  logo: LogoRow & { readonly at: Date; readonly pictures: readonly LogoPicture[] },
): Promise<void> {
  await tx
    .insertInto('profile_logo')
    .values({
      organization_id: organizationId,
      id: logo.id,
      profile_id: profileId,
      width: logo.width,
      height: logo.height,
      created_at: logo.at,
    })
    .execute();
  await tx
    .insertInto('profile_logo_picture')
    .values(
      logo.pictures.map(({ side, contentType, bytes }) => ({
        organization_id: organizationId,
        logo_id: logo.id,
        side,
        content_type: contentType,
        bytes,
      })),
    )
    .execute();
}

/** A logo of that profile. */
export function findLogo(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  logoId: string,
): Promise<LogoRow | undefined> {
  return tx
    .selectFrom('profile_logo')
    .select(['id', 'width', 'height'])
    .where('organization_id', '=', organizationId)
    .where('profile_id', '=', profileId)
    .where('id', '=', logoId)
    .executeTakeFirst();
}

/** How many logos were uploaded for a profile since then. */
export async function countLogos(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  since: Date,
): Promise<number> {
  const row = await tx
    .selectFrom('profile_logo')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('profile_id', '=', profileId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Deletes the logos of a profile that neither the draft nor what is published shows. */
export async function deleteOtherLogos(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  shown: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('profile_logo')
    .where('organization_id', '=', organizationId)
    .where('profile_id', '=', profileId)
    .$if(shown.length > 0, (query) => query.where('id', 'not in', shown))
    .execute();
}

/** One size of a logo of that profile. */
export async function findPicture(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  logo: { readonly logoId: string; readonly side: number; readonly contentType: LogoPicture['contentType'] },
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('profile_logo_picture as picture')
    .innerJoin('profile_logo as logo', (join) =>
      join
        .onRef('logo.organization_id', '=', 'picture.organization_id')
        .onRef('logo.id', '=', 'picture.logo_id'),
    )
    .select('picture.bytes')
    .where('logo.organization_id', '=', organizationId)
    .where('logo.profile_id', '=', profileId)
    .where('logo.id', '=', logo.logoId)
    .where('picture.side', '=', logo.side)
    .where('picture.content_type', '=', logo.contentType)
    .executeTakeFirst();
  return row?.bytes;
}
