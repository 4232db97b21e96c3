interface Linked {
  readonly _links?: Readonly<Record<string, string>> | undefined;
  readonly values?: unknown;
}

/** Puts an address in front of the links of an answer, and of those of its values. */
export type PlaceLinks = <Answer>(answer: Answer) => Answer;

/** @param publicUrl where clients reach the service, without a slash at its end; null leaves links relative */
export function createLinkPlacing(publicUrl: string | null): PlaceLinks {
  if (publicUrl === null) return (answer) => answer;
  const place = <Value>(value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value;
    const { _links: links, values }: Linked = value;
    return {
      ...value,
      ...(links && {
        _links: Object.fromEntries(Object.entries(links).map(([name, path]) => [name, publicUrl + path])),
      }),
      ...(Array.isArray(values) && { values: values.map(place) }),
    };
  };
  return place;
}
