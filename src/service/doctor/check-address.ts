import { endOfCertificate, withTls } from '../certificates/read-certificate-end';
import { apiTitle } from '../http/openapi/openapi-document';
import { checkClock, compareClock } from './check-clock';
import { describeCause, type Finding, finding } from './finding';

/** Bytes of a header, its name and all, that a proxy must let through: a token of Forge with its context is long. */
const longHeader = 16 * 1024;

/** Days before its end at which a certificate is worth a warning. */
const endsSoon = 21;

const answerTimeoutMs = 10_000;

/** Reach, clock, TLS and header size of the address under which Atlassian's machines call the service. */
export async function checkAddress(address: string, now: () => Date): Promise<Finding[]> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return [finding('fail', 'address', `"${address}" is no http or https address.`)];
  }
  const reach = await checkReach(url, now);
  if (reach[0]?.state === 'fail') return reach;
  return [...reach, await checkTls(url, now()), await checkHeaders(url)];
}

/** That it is reached, and by the `Date` of its answer, whether this clock is right. */
async function checkReach(url: URL, now: () => Date): Promise<Finding[]> {
  const fail = (words: string) => [finding('fail', 'address', `${url.href} ${words}`)];
  try {
    const asked = now();
    const response = await fetch(below(url, '/openapi.json'), {
      redirect: 'manual',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const answered = now();
    const text = await response.text();
    if (response.status >= 300 && response.status < 400) {
      return fail('redirects, which the platform does not follow. Give the last address.');
    }
    if (response.status !== 200 || readTitle(text) !== apiTitle) {
      const advice = 'Does the proxy pass everything on, below this path?';
      return fail(`answers ${response.status} to /openapi.json, not as this service does. ${advice}`);
    }
    const apart = compareClock(response.headers.get('date'), asked, answered);
    return [finding('ok', 'address', `${url.href} reaches the service.`), checkClock(apart, 'that address')];
  } catch (error) {
    const advice = 'Is the name known, the port open, the certificate of a public authority?';
    return fail(`cannot be reached (${describeCause(error)}). ${advice}`);
  }
}

function readTitle(text: string): unknown {
  try {
    return Reflect.get(Object(Reflect.get(Object(JSON.parse(text)), 'info')), 'title');
  } catch {
    return null;
  }
}

/** `fetch` has checked the chain and the name already; what is left is how long it holds. */
async function checkTls(url: URL, now: Date): Promise<Finding> {
  if (url.protocol === 'http:') {
    return finding('warn', 'tls', 'http only: Jira accepts https addresses. Put a proxy with a certificate in front.');
  }
  try {
    return await withTls(url, (socket) => {
      const days = Math.floor((endOfCertificate(socket).getTime() - now.getTime()) / 86_400_000);
      if (days < endsSoon) return finding('warn', 'tls', `The certificate ends in ${days} days: renew it.`);
      return finding('ok', 'tls', `${socket.getProtocol()}, and the certificate holds for ${days} days.`);
    });
  } catch (error) {
    return finding('fail', 'tls', `No TLS connection could be made (${describeCause(error)}).`);
  }
}

async function checkHeaders(url: URL): Promise<Finding> {
  const advice = 'Let the proxy take request headers of 16 KiB (nginx: large_client_header_buffers 4 16k).';
  try {
    const start = 'Bearer ';
    const rest = longHeader - 'Authorization: \r\n'.length - start.length;
    const headers = { Authorization: start.padEnd(start.length + rest, 'a') };
    const { status } = await fetch(below(url, '/healthz'), {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    if (status === 200) return finding('ok', 'headers', 'A header of 16 KiB gets through.');
    return finding('fail', 'headers', `A header of 16 KiB is answered ${status}. ${advice}`);
  } catch (error) {
    return finding('fail', 'headers', `A header of 16 KiB does not get through (${describeCause(error)}). ${advice}`);
  }
}

function below(url: URL, path: string): string {
  return `${url.href.replace(/\/$/, '')}${path}`;
}
