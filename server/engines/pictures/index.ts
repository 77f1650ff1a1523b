export {
  inspectPicture,
  type Picture,
  PictureError,
  type PictureFault,
  type PictureFormat,
  type PictureLimits,
  pictureFormats,
  type Redrawing,
  type RedrawnPicture,
  redrawPicture,
} from './pictures.ts';
