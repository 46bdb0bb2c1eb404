import { createHash } from 'node:crypto';

/** Numbers from 0 to 1 that are the same every time for one seed. */
function numbersFrom(seed: string): () => number {
  let bytes = createHash('sha256').update(seed).digest();
  let at = 0;
  return () => {
    if (at + 2 > bytes.length) {
      bytes = createHash('sha256').update(bytes).digest();
      at = 0;
    }
    at += 2;
    return bytes.readUInt16BE(at - 2) / 65_535;
  };
}

/** A scene of water or hills under a sun or moon, as SVG. The same seed is always drawn the same way. */
export function drawScene(seed: string, width: number, height: number): string {
  const next = numbersFrom(seed);
  // Mostly water and dusk, sometimes sand.
  const hue = Math.round(next() < 0.75 ? 150 + next() * 130 : 20 + next() * 30);
  const isNight = next() < 0.3;
  const colour = (turn: number, saturation: number, lightness: number) =>
    `hsl(${Math.round(hue + turn) % 360} ${saturation}% ${isNight ? Math.round(lightness * 0.5) : lightness}%)`;
  const radius = height * (0.1 + next() * 0.1);
  const [left, top] = [width * (0.25 + next() * 0.5), height * (0.25 + next() * 0.2)];
  const bands = 3 + Math.floor(next() * 2);
  const ridges = Array.from({ length: bands }, (_, index) => {
    const depth = (index + 1) / bands;
    const ridge = ridgeAt({
      width,
      height,
      top: height * (0.42 + 0.4 * (index / bands)),
      swing: height * (0.03 + next() * 0.07),
      turns: 0.6 + next() * 1.6 * (width / height),
      phase: next() * Math.PI * 2,
    });
    return `<path d="${ridge}" fill="${colour(20 * depth, 34, Math.round(66 - 34 * depth))}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="${colour(-25, 44, 70)}"/>`,
    `<stop offset="0.7" stop-color="${colour(10, 52, 88)}"/></linearGradient>`,
    `<rect width="100%" height="100%" fill="url(#sky)"/>`,
    `<circle cx="${left}" cy="${top}" r="${radius}" fill="hsl(${(hue + 150) % 360} 70% ${isNight ? 86 : 92}%)"/>`,
    ...ridges,
    '</svg>',
  ].join('');
}

interface Ridge {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly swing: number;
  readonly turns: number;
  readonly phase: number;
}

function ridgeAt({ width, height, top, swing, turns, phase }: Ridge): string {
  const steps = 40;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const along = step / steps;
    const y = top + Math.sin(phase + along * turns * Math.PI * 2) * swing;
    return `${Math.round(along * width)} ${Math.round(y)}`;
  });
  return `M0 ${height}L${points.join('L')}L${width} ${height}Z`;
}
