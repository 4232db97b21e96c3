import type { Platform } from '../../../platform/start/open-platform';
import type { Happening } from '../../../platform/wire/wire';

interface Published {
  readonly channel: string;
  readonly payload: unknown;
  readonly isGlobal: boolean;
  /** What the token says of the receiver; null without one. */
  readonly claims: unknown;
}

/** Tells what the app did on the channels of the platform. */
export class RealtimeDriver {
  readonly published: Published[] = [];
  readonly signed: { readonly claims: unknown; readonly permissions: readonly string[] }[] = [];
  /** Answers everything with this status. */
  failsWith: number | null = null;

  constructor(platform: Platform) {
    platform.faults.of.realtime = (_call, answer) => {
      if (this.failsWith === null) return answer();
      const statusText = this.failsWith === 429 ? 'Too Many Requests' : 'Away';
      return new Response(null, { status: this.failsWith, statusText });
    };
    platform.happenings.listen((happening) => this.#note(happening));
  }

  #note({ kind, title, outcome, detail }: Happening): void {
    if (kind === 'hint' && outcome !== null) {
      const { claims, isGlobal, payload } = detail as { claims: unknown; isGlobal: boolean; payload: string };
      this.published.push({ channel: title, payload: JSON.parse(payload), isGlobal, claims });
    }
    if (kind === 'realtime' && outcome === '200' && typeof detail['body'] === 'string') {
      const { variables } = JSON.parse(detail['body']) as { variables: Record<string, unknown> };
      if (variables['channelName'] === undefined) return;
      this.signed.push({ claims: variables['claims'], permissions: (variables['permissions'] ?? []) as string[] });
    }
  }
}
