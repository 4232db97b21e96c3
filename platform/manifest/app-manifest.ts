/** What the room needs of manifest.yml, with all references resolved. */
export interface AppManifest {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly remoteKeys: readonly string[];
  /** Keys of the modules that add a permission to the projects of a site. */
  readonly projectPermissions: readonly string[];
  /** Every module with a view, in the manifest's order. */
  readonly views: readonly ViewModule[];
  /** By the function's key. */
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly actions: readonly ActionModule[];
  readonly consumers: readonly ConsumerModule[];
  readonly schedules: readonly ScheduleModule[];
  readonly webTriggers: readonly WebTriggerModule[];
  readonly translations: Translations | null;
  /** Files under these folders may be shown as icons: resource key to folder, relative to the root. */
  readonly folders: Readonly<Record<string, string>>;
}

export interface AppFunction {
  readonly key: string;
  /** The export of src/index.ts. */
  readonly exportName: string;
  /** Only functions of consumers and schedules may set it; null takes the module's own limit. */
  readonly timeoutSeconds: number | null;
}

export interface ViewModule {
  readonly key: string;
  /** As in the manifest; `action` is the form of an automation action. */
  readonly type: string;
  readonly title: string;
  /** `resource:icons;chat.svg` as [resource key, file]; null for an icon elsewhere or none. */
  readonly icon: { readonly resource: string; readonly file: string } | null;
  /** The source of the view, relative to the root. */
  readonly viewFile: string;
  /** Whether the file is one of several entries of its resource. */
  readonly isEntry: boolean;
  /** What answers the view; null for one that asks nothing. */
  readonly functionKey: string | null;
  /** What says how it stands beside its title, e.g. with a badge: `dynamicProperties`. Absent is nothing. */
  readonly statusFunctionKey?: string;
}

export interface ActionModule {
  readonly key: string;
  readonly functionKey: string;
  readonly inputNames: readonly string[];
}

export interface ConsumerModule {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
}

export interface ScheduleModule {
  readonly key: string;
  readonly functionKey: string;
  readonly interval: 'fiveMinute' | 'hour' | 'day' | 'week';
}

export interface StaticOutput {
  readonly key: string;
  readonly statusCode: number;
  readonly contentType?: string;
  readonly body?: string;
}

export interface WebTriggerModule {
  readonly key: string;
  readonly functionKey: string;
  /** Null for a dynamic one, whose function writes the whole answer. */
  readonly outputs: readonly StaticOutput[] | null;
}

export interface Translations {
  readonly files: Readonly<Record<string, string>>;
  readonly fallback: Readonly<Record<string, string | string[]>> & { readonly default: string };
}
