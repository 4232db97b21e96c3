import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import type { LooseManifest } from './find-oversights';

/** What this repository's manifest says once one of the platform's validations has read it, with what that one found. */
export async function readManifest(kind: ValidationTypes = ValidationTypes.FULL) {
  const options = { deprecatedRuntimes: ['nodejs20.x'] };
  const processor = ProcessorBuilder.instance().withValidation(kind).withOptions(options).build();
  const { success, errors, manifestObject } = await processor.process();
  return { success, errors: errors ?? [], manifest: (manifestObject?.typedContent ?? {}) as LooseManifest };
}
