/** A picture in the viewer. Its sides are in pixels. */
export interface ViewedPicture {
  /** Null while it is fetched. */
  readonly url: string | null;
  readonly width: number;
  readonly height: number;
  /** What whoever sent it says is in it; empty when nothing was said. */
  readonly alt: string;
  /** Why it cannot be had. */
  readonly problem: string | null;
}

export interface PictureViewerProps {
  picture: ViewedPicture;
  /** From 0, of `count`. */
  index: number;
  count: number;
  onIndex: (index: number) => void;
  onClose: () => void;
}
