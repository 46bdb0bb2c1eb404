/** How a picture lies on its stage: its scale, and how far its middle is from that of the stage, in CSS pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the middle of the stage, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
export const SCALE_MAX = 5;

/** The size at which a picture is seen whole on the stage; never larger than it is. */
export function fit(picture: Size, stage: Size): Size {
  const scale = Math.min(1, stage.width / picture.width, stage.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Zooms by `factor`, with what is under `point` staying there as far as the edges allow. */
export function zoom(view: View, factor: number, point: Point, fitted: Size, stage: Size): View {
  const scale = Math.min(SCALE_MAX, Math.max(1, view.scale * factor));
  const change = scale / view.scale;
  const next = {
    scale,
    x: point.x - (point.x - view.x) * change,
    y: point.y - (point.y - view.y) * change,
  };
  return keepOnStage(next, fitted, stage);
}

export function pan(view: View, by: Point, fitted: Size, stage: Size): View {
  return keepOnStage({ ...view, x: view.x + by.x, y: view.y + by.y }, fitted, stage);
}

/** No edge of the picture comes further in than the edge of the stage, or than where it is when it is smaller. */
function keepOnStage({ scale, x, y }: View, fitted: Size, stage: Size): View {
  const within = (value: number, length: number, place: number) => {
    const most = Math.max(0, (length * scale - place) / 2);
    return Math.min(most, Math.max(-most, value)) + 0;
  };
  return { scale, x: within(x, fitted.width, stage.width), y: within(y, fitted.height, stage.height) };
}
