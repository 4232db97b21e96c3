type QueryValue = string | number | boolean | readonly string[] | undefined;

/**
 * A path of the operations table with its parameters filled in and encoded, and its query; undefined members are
 * left out, a list repeats its name.
 * @throws RangeError for a parameter that is missing, empty or a dot segment, which a URL would resolve to another path.
 */
export function buildPath(
  template: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '' || value === '.' || value === '..') {
      throw new RangeError(`The path parameter ${name} is missing or cannot be part of a path`);
    }
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
