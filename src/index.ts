export { automation } from './app/automation/action';
export { outbox } from './app/automation/outbox';
export { webhook } from './app/automation/webhook';
export { unreadSweep } from './app/notices/sweep';
export { personalData } from './app/personal-data/report';
export { contextStatus } from './app/resolvers/context-status';
export { panel } from './app/resolvers/panel';
export { settings } from './app/resolvers/settings';
