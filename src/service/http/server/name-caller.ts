import type { Caller } from '../../identity/caller';

type PathParams = Readonly<Record<string, string>>;

/**
 * The site that a request counts for: the one of its path, as far as the token reaches it, else the only one that the
 * token reaches. Empty for any other: of sites that somebody makes up there is no end.
 */
export function findCountedSite({ sites }: Pick<Caller, 'sites'>, { cloudId = '' }: PathParams): string {
  const named = cloudId.toLowerCase();
  if (sites.has(named)) return named;
  const [only = ''] = sites;
  return sites.size === 1 ? only : '';
}

/** Who asks and of which site, as whatever counts callers knows them: what is done on one site never counts on another. */
export function nameCaller(caller: Pick<Caller, 'id' | 'sites'>, params: PathParams): string {
  return `${findCountedSite(caller, params)} ${caller.id}`;
}
