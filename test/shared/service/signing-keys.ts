import { exportJWK, type GenerateKeyPairResult, generateKeyPair, importJWK, type JWK } from 'jose';
import { makeOnce, runDirectoryVariable } from '../run/make-once';

/**
 * What signs tokens in the suites of this run: a pair is made once, since that takes longer than many a suite. Whoever is
 * no suite, as the bench, has a pair of its own.
 */
export async function readSigningPair(): Promise<GenerateKeyPairResult> {
  const isInRun = process.env[runDirectoryVariable] !== undefined;
  const made = isInRun ? await makeOnce('signing-keys', makePair) : await makePair();
  const read = async (key: JWK) => (await importJWK(key, 'RS256', { extractable: true })) as CryptoKey;
  return { privateKey: await read(made.privateKey), publicKey: await read(made.publicKey) };
}

async function makePair(): Promise<{ readonly privateKey: JWK; readonly publicKey: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}
