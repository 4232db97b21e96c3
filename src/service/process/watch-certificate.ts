import type { SiteState } from '../../contract/site-state';
import { readCertificateEnd } from '../certificates/read-certificate-end';

const hour = 3_600_000;

/**
 * What the service sees of the certificate of its own public address: looked at when somebody asks, an hour old at most
 * where they ask again, and never waited for. So the first answer of a process may know nothing of it.
 * @param publicUrl null, or no https: there is none to look at
 */
export function watchCertificate(
  publicUrl: string | null,
  now: () => Date,
  read: (url: URL) => Promise<Date> = readCertificateEnd,
): () => SiteState['certificate'] {
  const url = publicUrl === null ? null : new URL(publicUrl);
  if (url?.protocol !== 'https:') return () => null;
  let last: SiteState['certificate'] = null;
  let looksSince = Number.NEGATIVE_INFINITY;
  const look = async () => {
    const ends = await read(url).then(
      (end) => end.toISOString(),
      () => null,
    );
    last = { host: url.host, checked: now().toISOString(), ends };
  };
  return () => {
    if (now().getTime() - looksSince >= hour) {
      looksSince = now().getTime();
      void look();
    }
    return last;
  };
}
