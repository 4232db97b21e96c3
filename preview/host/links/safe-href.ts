/** An address that is safe to put into a link: http, https, mailto, or a path of this site. Undefined for all else. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined;
  // Browsers skip these characters in front of and within a scheme: "java\nscript:" runs.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const plain = href.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1];
  if (scheme !== undefined) return ['http', 'https', 'mailto'].includes(scheme) ? href : undefined;
  return plain.startsWith('/') && !plain.startsWith('//') && !plain.startsWith('/\\') ? href : undefined;
}
