/** The package's version, written in by the build. */
export const version = process.env['ASIDE_VERSION'] ?? 'development';
