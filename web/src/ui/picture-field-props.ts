import type { ReactNode } from 'react';

/** A part of a picture, in its pixels. */
export interface PictureArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that was picked, at an address of this page. */
export interface PickedPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Where a change of a picture stands, and what a person can do about it. */
export type PictureFlow = PictureStep & {
  readonly pick: (file: Blob) => unknown;
  /** Goes on with this part of it. */
  readonly crop: (area: PictureArea) => unknown;
  readonly remove: () => unknown;
  /** The step that failed, once more. */
  readonly retry: () => unknown;
  readonly cancel: () => unknown;
};

type PictureStep =
  | { readonly step: 'idle'; readonly done: 'changed' | 'removed' | null }
  | { readonly step: 'reading' | 'saving' }
  | { readonly step: 'cropping'; readonly picture: PickedPicture }
  /** `sent` from 0 to 1; null while it is being checked. */
  | { readonly step: 'sending'; readonly sent: number | null }
  | { readonly step: 'failed'; readonly problem: string; readonly canRetry: boolean };

/** What a picture is cut to: width over height, and whether it is drawn as a circle. */
export interface PictureShape {
  readonly aspect: number;
  readonly round?: boolean;
}

export interface PictureFieldProps {
  /** What it is a picture of: "Your picture", "Cover". */
  label: string;
  /** A sentence on who sees it, or what to choose. */
  description?: ReactNode;
  /** How it looks now: an Avatar or a Cover. */
  children: ReactNode;
  /** Whether there is a picture now, which can be removed. */
  hasPicture: boolean;
  shape: PictureShape;
  flow: PictureFlow;
}

export interface CropDialogProps {
  picture: PickedPicture;
  shape: PictureShape;
  onUse: (area: PictureArea) => void;
  onCancel: () => void;
}
