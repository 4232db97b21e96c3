import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import type { LooseManifest } from './find-oversights';

/** Each finds what the others do not look for. */
export const validations = [
  ValidationTypes.FULL,
  ValidationTypes.PRODUCT_TRIGGER,
  ValidationTypes.FORGE_REMOTE_COMPUTE,
] as const;

/** What this repository's manifest says once one of the platform's validations has read it, with what that one found. */
export async function loadManifest(kind: ValidationTypes = ValidationTypes.FULL) {
  const options = { deprecatedRuntimes: ['nodejs20.x'] };
  const processor = ProcessorBuilder.instance().withValidation(kind).withOptions(options).build();
  const { success, errors, manifestObject } = await processor.process();
  const content = manifestObject?.typedContent;
  return { success, errors: errors ?? [], content, manifest: (content ?? {}) as LooseManifest };
}
