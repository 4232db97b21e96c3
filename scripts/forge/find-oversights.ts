/** The parts of a manifest that are looked at here; all of it may be missing or wrong. */
export interface LooseManifest {
  readonly permissions?: {
    readonly external?: {
      readonly configurable?: { readonly enabled?: boolean };
      readonly fetch?: Readonly<
        Record<string, readonly (string | { readonly address?: string; readonly remote?: string })[]>
      >;
    };
  };
  readonly remotes?: readonly {
    readonly key: string;
    readonly baseUrl?: unknown;
    readonly operations?: readonly string[];
    readonly configurable?: unknown;
  }[];
  readonly modules?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** Modules without a view of their own, whose `function` is what they are for. */
const functionModules = new Set([
  'function',
  'consumer',
  'scheduledTrigger',
  'webtrigger',
  'trigger',
  'action',
  'endpoint',
]);

/** What is wrong with a manifest although the platform's own validators let it pass; each as one sentence. */
export function findOversights(manifest: LooseManifest): string[] {
  return [
    ...fetchesConfigurableRemote(manifest),
    ...hasConfigurableRemoteSwitchedOff(manifest),
    ...lacksCompute(manifest),
    ...usesFirstUiKit(manifest),
    ...hasWebTriggerWithoutFormat(manifest),
    ...hasPlainHttp(manifest),
  ];
}

const configurableRemotes = ({ remotes = [] }: LooseManifest) => remotes.filter((it) => it.configurable !== undefined);

function fetchesConfigurableRemote(manifest: LooseManifest): string[] {
  const keys = new Set(configurableRemotes(manifest).map(({ key }) => key));
  const entries = Object.values(manifest.permissions?.external?.fetch ?? {}).flat();
  const named = entries.map((entry) => (typeof entry === 'string' ? entry : entry.remote));
  return named
    .filter((key) => key !== undefined && keys.has(key))
    .map((key) => `The configurable remote ${key} may not stand under permissions.external.fetch`);
}

function hasConfigurableRemoteSwitchedOff(manifest: LooseManifest): string[] {
  if (manifest.permissions?.external?.configurable?.enabled === true) return [];
  return configurableRemotes(manifest).map(
    ({ key }) => `The remote ${key} needs permissions.external.configurable.enabled`,
  );
}

function lacksCompute({ remotes = [] }: LooseManifest): string[] {
  return remotes
    .filter(({ operations = [] }) => !operations.includes('compute'))
    .map(({ key }) => `The remote ${key} cannot be invoked from a function without the operation compute`);
}

function usesFirstUiKit({ modules = {} }: LooseManifest): string[] {
  return Object.entries(modules)
    .filter(([kind]) => !functionModules.has(kind))
    .flatMap(([kind, list]) => list.map((module) => ({ kind, module })))
    .filter(({ module }) => 'function' in module && !('resource' in module) && !('render' in module))
    .map(({ kind, module }) => `${kind} ${String(module['key'])} is a module of UI Kit 1, which is withdrawn`);
}

function hasWebTriggerWithoutFormat({ modules = {} }: LooseManifest): string[] {
  return (modules['webtrigger'] ?? [])
    .filter(({ urlFormat }) => urlFormat !== 'v2')
    .map(({ key }) => `The web trigger ${String(key)} needs urlFormat v2`);
}

function hasPlainHttp({ remotes = [] }: LooseManifest): string[] {
  return remotes
    .filter(({ baseUrl }) => JSON.stringify(baseUrl ?? '').includes('http://'))
    .map(({ key }) => `The remote ${key} would be reached without encryption`);
}
