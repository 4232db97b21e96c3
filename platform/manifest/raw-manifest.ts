import type { ScheduleModule, StaticOutput, Translations } from './app-manifest';

export type I18nText = string | { readonly i18n: string };

interface WithResource {
  readonly resource?: string;
  readonly resolver?: { readonly function: string };
}

export interface RawModule extends WithResource {
  readonly key: string;
  readonly title?: I18nText;
  readonly name?: I18nText;
  readonly icon?: string;
  readonly dynamicProperties?: { readonly function: string };
  readonly function?: string;
}

export interface RawAction extends RawModule {
  readonly config?: WithResource;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** The members of a manifest that are read here; the platform's own validator has checked its shape. */
export interface RawManifest {
  readonly app: { readonly id: string };
  readonly environment?: { readonly variables?: readonly { readonly key: string; readonly default?: string }[] };
  readonly permissions?: { readonly scopes?: readonly string[] };
  readonly remotes?: readonly { readonly key: string }[];
  readonly translations?: {
    readonly resources: readonly { readonly key: string; readonly path: string }[];
    readonly fallback: Translations['fallback'];
  };
  readonly resources?: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry?: Readonly<Record<string, string>>;
  }[];
  readonly modules: Readonly<Record<string, readonly RawModule[]>> & {
    readonly function?: readonly { readonly key: string; readonly handler: string; readonly timeoutSeconds?: number }[];
    readonly action?: readonly RawAction[];
    readonly consumer?: readonly { readonly key: string; readonly queue: string; readonly function: string }[];
    readonly scheduledTrigger?: readonly {
      readonly key: string;
      readonly function: string;
      readonly interval: ScheduleModule['interval'];
    }[];
    readonly webtrigger?: readonly {
      readonly key: string;
      readonly function: string;
      readonly response?: { readonly type: 'static' | 'dynamic'; readonly outputs?: readonly StaticOutput[] };
    }[];
  };
}
