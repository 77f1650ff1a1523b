import { logoLimits } from '../../../../contract/profiles/lists.ts';
import { t } from '../catalogue.ts';
import { type Box, logoSize } from './crop.ts';

/** A file that the browser has opened as a picture. */
export interface OpenedPicture {
  readonly file: File;
  readonly element: HTMLImageElement;
  /** Of the file in this page; given back with {@link closePicture}. */
  readonly address: string;
}

/** What is wrong with a file, in words for whoever chose it. */
export class PictureProblem extends Error {}

/** Opens a file as a picture. @throws PictureProblem */
export async function openPicture(file: File): Promise<OpenedPicture> {
  const address = URL.createObjectURL(file);
  const element = new Image();
  element.src = address;
  try {
    await element.decode();
  } catch {
    URL.revokeObjectURL(address);
    throw new PictureProblem(t('logo.noPicture'));
  }
  const picture = { file, element, address };
  if (element.naturalWidth * element.naturalHeight <= logoLimits.pixels && element.naturalWidth > 0)
    return picture;
  closePicture(picture);
  throw new PictureProblem(t('logo.tooLarge'));
}

export function closePicture({ address }: OpenedPicture): void {
  URL.revokeObjectURL(address);
}

const asTheyAre = ['image/png', 'image/jpeg', 'image/gif'];

/** Whether the file can be the logo as it is; otherwise a part of it is chosen and drawn. */
export function isSmallEnough({ file, element }: OpenedPicture): boolean {
  return (
    asTheyAre.includes(file.type) && file.size <= logoLimits.bytes && element.naturalWidth <= logoLimits.width
  );
}

/** Draws a part of a picture, no wider than a logo may be. @throws PictureProblem */
export async function drawPart({ element }: OpenedPicture, box: Box): Promise<Blob> {
  const { width, height } = logoSize(box);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(element, box.x, box.y, box.width, box.height, 0, 0, width, height);
  }
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!drawn) throw new PictureProblem(t('logo.tooLarge'));
  return drawn;
}
