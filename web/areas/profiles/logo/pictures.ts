import { logoLimits } from '../../../../contract/profiles/lists.ts';
import { t } from '../catalogue.ts';
import { type Box, logoSize } from './crop.ts';

/** A file that the browser has opened as a picture. */
export interface OpenedPicture {
  readonly file: File;
  /** Its `src` holds the whole file. */
  readonly element: HTMLImageElement;
}

/** What is wrong with a file, in words for whoever chose it. */
export class PictureProblem extends Error {}

/** Larger files are photos for print: opening them could take all memory of a phone. */
const mostBytes = 25 * 1024 * 1024;

/** Opens a file as a picture. @throws PictureProblem */
export async function openPicture(file: File): Promise<OpenedPicture> {
  if (file.size > mostBytes) throw new PictureProblem(t('logo.tooLarge'));
  const element = new Image();
  try {
    element.src = await readAddress(file);
    await element.decode();
  } catch {
    throw new PictureProblem(t('logo.noPicture'));
  }
  const { naturalWidth: width, naturalHeight: height } = element;
  if (width === 0 || height === 0) throw new PictureProblem(t('logo.noPicture'));
  if (width * height > logoLimits.pixels) throw new PictureProblem(t('logo.tooLarge'));
  return { file, element };
}

/** The file as an address. One that only points to the file (`blob:`) is not allowed in the pages of Leadlight. */
function readAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
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
