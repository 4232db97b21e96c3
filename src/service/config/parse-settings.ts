const environments: readonly string[] = ['production', 'staging', 'development'];

/** Environments of Forge apps, comma-separated, in any case; null where one is none, or is named twice. */
export function parseEnvironments(text: string): readonly string[] | null {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  const isRight = new Set(words).size === words.length && words.every((word) => environments.includes(word));
  return isRight ? words : null;
}

/** An address that links can begin with, without the slash at its end; null where it is none. */
export function parsePublicUrl(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || /[?#]/.test(text) || !URL.canParse(text)) return null;
  const { username, password, href } = new URL(text);
  return username === '' && password === '' ? href.replace(/\/+$/, '') : null;
}
