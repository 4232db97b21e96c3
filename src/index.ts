export { panel } from './app/resolvers/panel';
