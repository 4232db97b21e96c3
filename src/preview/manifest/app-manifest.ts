/** What the preview needs of manifest.yml, with all references resolved. */
export interface AppManifest {
  readonly appId: string;
  readonly remoteKeys: readonly string[];
  readonly panels: readonly PanelModule[];
  readonly translations: Translations | null;
  /** Files under these folders may be shown as icons: resource key to folder, relative to the root. */
  readonly folders: Readonly<Record<string, string>>;
}

export interface PanelModule {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  /** `resource:icons;chat.svg` as [resource key, file]; null for an icon elsewhere or none. */
  readonly icon: { readonly resource: string; readonly file: string } | null;
  /** The source of the view, relative to the root. */
  readonly viewFile: string;
  /** The export of src/index.ts that answers this module's view. */
  readonly handlerExport: string;
}

export interface Translations {
  readonly files: Readonly<Record<string, string>>;
  readonly fallback: Readonly<Record<string, string | string[]>> & { readonly default: string };
}
