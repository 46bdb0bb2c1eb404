/** Pictures in Storage. What is gone already is no error. */
export interface PictureStore {
  deletePictures(paths: readonly string[]): Promise<void>;
  /** Everything under a folder, named without a slash at its end. */
  deleteFolder(folder: string): Promise<void>;
}
