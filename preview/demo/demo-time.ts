/** When something happened on the demo site: whole days before the day on which the site was made, and a time of that day. */
export type DemoTime = readonly [daysAgo: number, time: `${number}:${number}`];

/** In milliseconds since the epoch, by the clock of this machine's place. */
export function timeOf([daysAgo, time]: DemoTime, began: Date): number {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(began.getFullYear(), began.getMonth(), began.getDate() - daysAgo, hours, minutes).getTime();
}
