import { token } from '@atlaskit/tokens';

const tokenName = /^(border|color|elevation|font|opacity|radius|space|utility)\.[a-zA-Z0-9.]+$/;

/** `space.100` as `var(--ds-space-100)`; a value that names no token as it is. */
export function tokenVariable<T extends string | number>(value: T): T | string {
  if (typeof value !== 'string' || !tokenName.test(value)) return value;
  return token(value as Parameters<typeof token>[0]);
}
