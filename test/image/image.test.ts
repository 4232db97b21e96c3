import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configVariables } from '../../src/service/config/variables';
import { startChild } from '../shared/program/child';
import { useTemporaryDirectories } from '../shared/program/temporary-directory';
import { ask } from '../shared/service/ask';
import { readCopies, readDockerfile, root } from './read-dockerfile';

jest.setTimeout(600_000);

const stages = readDockerfile();
const [build = [], image = []] = stages;
const ofImage = (word: string) => image.filter((one) => one.word === word).map(({ rest }) => rest);
const settings = Object.fromEntries(
  ofImage('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
);

// No container engine is at hand where these run: what the image holds is put together by hand instead, and started.
describe('the image', () => {
  const makeDirectory = useTemporaryDirectories();

  test('is made of files that there are, all of which get past .dockerignore', () => {
    const allowed = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(allowed[0]).toBe('*');
    const sources = stages.flatMap((stage) => readCopies(stage)).filter(({ from }) => from === null);
    for (const source of sources.flatMap((copy) => copy.sources)) {
      expect([source, existsSync(join(root, source))]).toEqual([source, true]);
      expect(allowed).toContain(`!${source.replace(/\/$/, '')}`);
    }
  });

  test('starts from the same Node in both stages, one that this project supports', () => {
    const bases = stages.map(([from]) => from?.rest.split(' ')[0]);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:(20|22|24)-/);
  });

  test('runs as a user without rights, has a health check, and settings that the service knows', () => {
    expect(ofImage('USER')).toEqual(['node']);
    expect(ofImage('HEALTHCHECK')).toHaveLength(1);
    const known = Object.keys(configVariables);
    for (const name of Object.keys(settings)) expect(name === 'NODE_ENV' || known.includes(name)).toBe(true);
    expect(ofImage('VOLUME')).toEqual([settings['ASIDE_DATA_DIR']]);
    expect(ofImage('EXPOSE')).toEqual([settings['ASIDE_PORT']]);
  });

  test('holds all that the service needs: put together elsewhere, it starts, is healthy, and ends', async () => {
    const place = await makeDirectory();
    const [project, app] = [join(place, 'build'), join(place, 'app')];
    for (const { from, sources, target } of readCopies(build)) {
      expect(from).toBeNull();
      for (const source of sources)
        copy(join(root, source), join(project, target, target.endsWith('/') ? '' : '.'), source);
    }
    // What `npm ci` would put there.
    execFileSync('ln', ['-s', join(root, 'node_modules'), join(project, 'node_modules')]);
    const [command = ''] = build
      .filter(({ word }) => word === 'RUN')
      .slice(-1)
      .map(({ rest }) => rest);
    execFileSync('sh', ['-c', command], { cwd: project });
    for (const { from, sources, target } of readCopies(image)) {
      for (const source of sources) {
        const origin = from === null ? join(root, source) : join(place, source);
        cpSync(origin, join(app, target === './' ? source : target), { recursive: true, dereference: true });
      }
    }

    const [program, ...words] = [...JSON.parse(ofImage('ENTRYPOINT')[0] ?? ''), ...JSON.parse(ofImage('CMD')[0] ?? '')];
    expect(program).toBe('node');
    const [path = '', ...rest] = words as string[];
    const env = { PATH: process.env['PATH'], ...settings, ASIDE_DATA_DIR: join(place, 'data'), ASIDE_PORT: '0' };
    const service = startChild({ path: join(app, path), env }, rest);
    const url = /http:\S+/.exec(await service.line(/^Aside listens/))?.[0] ?? '';
    expect((await ask(`GET ${url}/readyz`)).status).toBe(200);

    const [check = ''] = ofImage('HEALTHCHECK');
    const [, , expression = ''] = JSON.parse(check.slice(check.indexOf('CMD ') + 4)) as string[];
    const isHealthy = (port: string) => {
      try {
        execFileSync(process.execPath, ['-e', expression], { env: { ...env, ASIDE_PORT: port } });
        return true;
      } catch {
        return false;
      }
    };
    expect([isHealthy(new URL(url).port), isHealthy('1')]).toEqual([true, false]);
    service.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
  });

  function copy(from: string, folder: string, source: string): void {
    const name = source.endsWith('/') ? '' : (source.split('/').at(-1) ?? '');
    const to = join(folder, name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to, { recursive: true });
  }
});
