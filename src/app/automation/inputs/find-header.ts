/** Headers as a web trigger gets them: a list for each name, in whatever case the caller or a proxy wrote it. */
export type TriggerHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/** The one value of a header; null where it is absent, or there more than once and so no clear answer. */
export function findHeader(headers: TriggerHeaders, name: string): string | null {
  const values = Object.entries(headers ?? {}).flatMap(([key, list]) =>
    key.toLowerCase() === name.toLowerCase() ? (list ?? []) : [],
  );
  const [value] = values;
  return values.length === 1 && value !== undefined ? value : null;
}
