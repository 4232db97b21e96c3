/** Of the straight line that is nearest to the points (least squares); 0 for fewer than two of different places. */
export function slopeOf(points: readonly { readonly at: number; readonly value: number }[]): number {
  const mean = (read: (point: { readonly at: number; readonly value: number }) => number) =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [middle, height] = [mean(({ at }) => at), mean(({ value }) => value)];
  const across = points.reduce((sum, { at, value }) => sum + (at - middle) * (value - height), 0);
  const along = points.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  return along > 0 ? across / along : 0;
}
