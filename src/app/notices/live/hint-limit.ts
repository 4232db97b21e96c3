/**
 * Operations of Realtime that this process begins in a second and in a minute. The platform takes 50 a second of a site,
 * views that sign in among them; a storm of messages leaves them most of it. A hint beyond the limit is not sent: views
 * ask again by themselves.
 */
const mostInSecond = 10;
const mostInMinute = 300;

/** When operations began, in milliseconds since the epoch, the newest last. It names nobody and no site. */
const begun: number[] = [];

/** Whether so many operations may begin now; they count from here on. */
export function takeOperations(count: number, now = Date.now()): boolean {
  while (begun.length > 0 && (begun[0] ?? 0) <= now - 60_000) begun.shift();
  const inSecond = begun.filter((at) => at > now - 1_000).length;
  if (inSecond + count > mostInSecond || begun.length + count > mostInMinute) return false;
  for (let n = 0; n < count; n += 1) begun.push(now);
  return true;
}
